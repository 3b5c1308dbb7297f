/** Live mode: the whole run follows the controls. */
import { clock, counted, percent, whole } from '../format.ts'

export const live = {
  live: {
    name: 'Live',
    hint: 'Train the whole run again at every change of a control',
    pauseHint: 'Controls move and nothing trains',
    resetHint: 'Back to the baseline’s values',
    secondsARun: (seconds: string) => `${seconds} a run`,
    baseline: 'baseline',
    baselineEnd: (value: string) => `baseline ${value}`,
    validationLoss: 'validation loss',
    /** Where nothing is changed yet. */
    atBaseline: 'The baseline. Move a control, and the curves follow.',
    sameSeeds: 'same data, same seeds as the baseline',
    changed: 'changed, not trained',
    /** After the validation loss. */
    effect: (epoch: number, share: number) =>
      `at epoch ${whole(epoch)}, ${percent(share, 0)} of the baseline’s`,
    unchanged: (epoch: number) => `at epoch ${whole(epoch)}, no measurable change`,
    strip: {
      best: 'best val loss',
      last: 'last val loss',
      other: 'Best or last validation loss',
      lowest: (value: string) => `lowest at ${value}`,
      summary: (setting: string, values: number, lowest: string, at: string) =>
        `Validation loss at ${counted(values, 'value')} of ${setting}; lowest ${lowest} at ${at}.`,
    },
    keep: 'Keep',
    kept: 'Kept',
    enter: 'Enter',
    fiveSeeds: '×5 seeds',
    fiveSeedsHint:
      'Train five seeds at every change: the line is their median, the band the lowest to the highest',
    next: 'Live run',
    row: 'live',
    notKept: 'not kept',
    count: (runs: number) => `${whole(runs)} and the live one`,
    verdictOn: 'verdict on the live run',
    verdictOnFive: 'verdict on the median of 5 seeds',
    train: 'train loss',
    validation: 'val loss',
    gap: 'gap',
    lowest: 'val minimum',
    at: (epoch: number) => `at ${whole(epoch)}`,
    was: (text: string) => `was ${text}`,
    lowestSoFar: (of: 'best' | 'last', loss: string, epoch: number) =>
      of === 'best'
        ? `lowest so far: best val loss ${loss} at epoch ${whole(epoch)}`
        : `lowest so far: last val loss ${loss}`,
    set: 'Set',
    slow: (seconds: number) =>
      `A run takes about ${clock(seconds)}: too long to follow the hand. In the live view only:`,
    limit: {
      epochs: (most: number) => counted(most, 'epoch'),
      train: (most: number) => counted(most, 'training sample'),
    },
    limited: (limit: string) => `Live runs have ${limit}.`,
    unlimited: 'As the controls say',
  },
}
