/** One setting in several values. */
import { counted } from '../format.ts'

export const comparison = {
  comparison: {
    none: 'One setting in several values',
    title: (control: string, count: number) => `${control}: ${counted(count, 'value')}`,
    clear: 'One run only',
  },
  comparisonDialog: {
    together: 'Run all again',
    open: 'Compare…',
    change: 'Change…',
    title: 'Compare values of one setting',
    same: 'They train at once, from the same initial weights, and see the same batches in the same order.',
    otherWeights:
      'They train at once and see the same batches. Their initial weights differ, as their networks do.',
    otherBatches: 'They train at once, from the same initial weights. What a batch holds differs.',
    otherBoth: 'They train at once. Neither their initial weights nor their batches are the same.',
    settingNumber: 'Setting',
    rates: 'Learning rate',
    ownRate: 'Each its own best',
    oneRate: (rate: string) => `One for all: ${rate}`,
    ownRateHint: (tries: number, epochs: number) =>
      `First ${counted(tries, 'run')} of ${counted(epochs, 'epoch')}: each value at ten learning rates. It takes the one with the lowest validation loss.`,
    oneRateHint: 'What wins is then also what this rate happens to suit.',
    /** Beside the runs: how their rates were chosen, and the other way. */
    ownRates: 'Each at its own learning rate',
    oneRateTitle: (rate: string) => `All at one learning rate, ${rate}`,
    toOneRate: (rate: string) => `All at ${rate}`,
    toOwnRates: 'Each at its own best rate',
    runs: (count: number) => counted(count, 'run'),
    tooMany: (most: number) => `At most ${counted(most, 'value')} side by side.`,
    greys: 'Five colours can be told apart; further runs are grey.',
    start: 'Start',
    search: 'Find rates and start',
    close: 'Close',
    stop: 'Stop',
    progress: 'Search for learning rates',
    searching: 'Looking for learning rates',
    found: 'Learning rates tried',
    foundHint: 'Lowest validation loss of a run at each of ten rates; the dot is the rate taken.',
    rate: (value: string) => `lr ${value}`,
    named: (name: string, rate: string) => `${name} ${rate}`,
    edge: 'at the edge of what was tried',
    none: 'no rate gave a number; the one set stays',
    tries: (name: string, rate: string) => `${name}: validation loss over learning rate, lowest at ${rate}`,
  },
}
