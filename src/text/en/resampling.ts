/** One experiment on several freshly drawn training sets. */
import { counted } from '../format.ts'

export const resampling = {
  resampling: {
    title: (samples: number) => `On ${counted(samples, 'sample')}`,
    start: (samples: number) => `Train it on ${counted(samples, 'sample')}`,
    hint: (samples: number, size: string) =>
      `${counted(samples, 'freshly drawn training set')} of ${size}, everything else the same: what the fits share is bias, what sets them apart is variance.`,
    going: (done: number, of: number) => `${done} of ${of}`,
    cancel: 'Cancel',
    lost: (count: number) =>
      count === 1 ? 'One training diverged or failed.' : `${count} trainings diverged or failed.`,
    label: (fits: number) => `${counted(fits, 'fit')} to as many samples, their mean and the truth`,
    curves: 'thin = each fit · thick = their mean · dotted = truth',
    boundaries: 'thin = each boundary · thick = that of their mean · hollow = truth',
    heights: 'lines at −½ and ½: thin = each fit · hollow = truth · colours = their mean',
    /** By the largest part; `rest` is what the other two add to noise. */
    said: {
      bias: () =>
        'The largest part of the error is bias: all fits miss the truth in the same places. A more flexible network could follow it.',
      variance: () =>
        'The largest part of the error is variance: every sample gives another fit. More data or regularization would make them agree.',
      noise: (rest: string) =>
        `The largest part of the error is noise, which no network can predict. Bias and variance add ${rest}.`,
    },
    parts: { bias: 'bias²', variance: 'variance', noise: 'noise' },
    sum: 'error',
    squared: (fits: number) =>
      `Parts of the squared error on new samples, in squared units of the target; ${counted(fits, 'fit')}.`,
    brier: (fits: number) =>
      `Parts of the Brier score (squared error of the probability) on new samples; ${counted(fits, 'fit')}.`,
  },
}
