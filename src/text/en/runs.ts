/** The list of runs, how they differ, and what can be done with one. */
import { counted, whole } from '../format.ts'

export const runs = {
  runs: {
    title: 'Runs',
    difference: 'difference from the scene',
    curve: 'val loss',
    best: 'best val',
    at: 'at epoch',
    test: 'test',
    gap: 'gap',
    epochs: 'epochs',
    time: 'time',
    focus: (name: string) => `Look at ${name}`,
    show: (name: string) => `Show ${name}`,
    hide: (name: string) => `Hide ${name}`,
    remove: (name: string) => `Remove ${name}`,
    group: (scene: string, data: string) => `${scene} · ${data}`,
    count: (runs: number) => counted(runs, 'run'),
    removeGroup: (name: string, runs: number) =>
      runs === 1 ? `Remove the run of ${name}` : `Remove all ${whole(runs)} runs of ${name}`,
    sealed: 'sealed',
    none: 'none',
    on: 'on',
    off: 'off',
    same: (scene: string) => scene,
  },
  compare: {
    none: 'the same experiment twice',
    only: (difference: string) => `only: ${difference}`,
    several: (count: number, differences: string) =>
      `${counted(count, 'setting')} ${count === 1 ? 'differs' : 'differ'}: ${differences}, so the cause cannot be told`,
    and: ', ',
    andMore: (differences: string, more: number) => `${differences} and ${more} more`,
    fork: (name: string) => `Fork ${name}: the controls go back to its settings, data and seeds`,
    pin: (name: string) => `Pin ${name}`,
    unpin: (name: string) => `Unpin ${name}`,
    rename: (name: string) => `Rename ${name}`,
    newName: 'Name of the run',
    imported: 'imported',
    removed: (name: string) => `${name} was removed.`,
    removedSeveral: (count: number) => `${counted(count, 'run')} ${count === 1 ? 'was' : 'were'} removed.`,
    bringBack: 'Undo',
    atBest: 'At the best epoch',
    atLast: 'At the last epoch',
    values: 'Values of',
    best: 'best',
    last: 'last',
    train: 'train',
    validation: 'val',
    engine: 'engine',
    whatIf: 'What if it had stopped earlier?',
    check: 'Check by running again',
    checking: (epoch: number) => `Running again, epoch ${whole(epoch)}`,
    exact: (epochs: number) =>
      `Reproduced exactly: ${epochs === 1 ? 'the one epoch is' : `all ${whole(epochs)} epochs are`} the same to the last bit.`,
    differs: (epoch: number) => `Not reproduced: epoch ${whole(epoch)} is the first that differs.`,
    rounded: (largest: string, epoch: number) =>
      `Another engine made it, which rounds in its own way: losses differ by at most ${largest}, at epoch ${whole(epoch)}.`,
    notChecked: 'It could not be run again here.',
    wouldStop: (epoch: number) => `would stop ${whole(epoch)}`,
    whatIfStop: (stop: number, best: number) =>
      `Stops at epoch ${whole(stop)} and gives back the weights of epoch ${whole(best)}.`,
    whatIfNever: (best: number) =>
      best === 0
        ? 'Does not stop before the end of the run.'
        : `Does not stop before the end of the run; the best is epoch ${whole(best)}.`,
    whatIfFree: (saved: number) => `No later epoch was better; ${counted(saved, 'epoch')} saved.`,
    whatIfCost: (cost: string, saved: number) =>
      `Validation loss ${cost} above the lowest of the run; ${counted(saved, 'epoch')} saved.`,
  },
}
