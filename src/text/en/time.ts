/** Time travel: looking at a run at one of its epochs, and training on from there. */
import { counted, whole } from '../format.ts'

export const time = {
  time: {
    title: 'Time',
    slider: 'Epoch that all views show: arrow keys move by 1, with Shift by 10, B branches',
    sharedSlider: 'Epoch that all panes show: arrow keys move by 1, with Shift by 10',
    epoch: (epoch: number) => `epoch ${whole(epoch)}`,
    of: (epochs: number) => `/ ${counted(epochs, 'epoch')}`,
    ofShort: (epochs: number) => `/ ${whole(epochs)}`,
    play: 'Play',
    pause: 'Stop playing',
    speed: 'Speed: at ×1 the whole run takes ten seconds',
    speeds: (factor: number) => `×${factor}`,
    follow: 'Follow the training',
    notKept: (asked: number, shown: number) =>
      `Epoch ${whole(asked)} was not kept: these are the weights of epoch ${whole(shown)}.`,
    few: (epochs: string, count: number) =>
      `Of this run only the weights of ${count === 1 ? 'epoch' : 'epochs'} ${epochs} are here.`,
    and: ' and ',
    listComma: ', ',
    comma: ', ',
    branched: (epoch: number) => `branched at epoch ${whole(epoch)}`,
    unchanged: 'nothing else differs',
    again: 'Train again to look inside',
    tooLarge: 'Its network is too large to keep more.',
    branch: 'Branch here',
    branchHint: (until: number) => `trains on from these weights to epoch ${whole(until)}`,
    anew: (optimizer: string) => `${optimizer} starts its averages anew`,
    problems: {
      'other-network': 'The controls show a network of another shape: fork the run to branch it.',
      'cannot-run': 'The controls show what cannot be trained.',
      'no-epochs-left': 'No later epoch is possible.',
    },
    edited: (weights: number) => `${counted(weights, 'weight')} set by hand`,
    undo: 'Undo',
    from: (epoch: number) => `from ${whole(epoch)}`,
    fromEdited: (epoch: number) => `from ${whole(epoch)}, edited`,
    began: (run: string, epoch: number) => `Began with the weights of ${run} at epoch ${whole(epoch)}.`,
    elsewhere: 'a run that is not here',
    beganEdited: (weights: number) =>
      weights === 1 ? '1 of them was set by hand.' : `${whole(weights)} of them were set by hand.`,
    beganAnew: 'The optimizer’s averages started anew.',
    notFromSeed: 'Its seeds alone do not give it again, so that it cannot be checked by training.',
  },
}
