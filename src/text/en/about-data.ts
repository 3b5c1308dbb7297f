import type { DataSetKey } from '../../domain/experiment/experiment.ts'
import { counted, whole } from '../format.ts'

export const aboutData = {
  aboutData: {
    title: 'About the data',
    close: 'Close',
    groups: { real: 'Real data', generated: 'Generated here', own: 'Your own' },
    facts: {
      samples: 'Samples',
      inputs: 'Inputs',
      predicts: 'Predicts',
      done: 'Done to it',
      licence: 'Licence',
      source: 'Source',
      cite: 'Cite as',
    },
    anyNumber: 'as many as you ask for',
    series: (values: number) => `a series of ${counted(values, 'value')}`,
    pixels: (height: number, width: number) => `${height} × ${width} pixels`,
    steps: (steps: number, features: number) =>
      features === 1 ? counted(steps, 'step') : `${counted(steps, 'step')} of ${counted(features, 'number')}`,
    number: 'a number',
    publicDomain: 'public domain',
    code: 'MIT, like this page’s code, which draws the samples',
    missing: (dropped: number, of: number) =>
      `${whole(dropped)} of ${counted(of, 'row')} had no measurements and ${dropped === 1 ? 'was' : 'were'} left out.`,
    complete: 'Nothing is missing.',
    target: 'target',
    picture: (set: string) => `${set}: some samples`,
    done: {
      digits: 'Grey levels restored from decimals to bytes; no pixel altered.',
      fashion: 'The first 600 of each class of the training file; no pixel altered.',
      'digits-8x8': 'No pixel altered.',
      'breast-cancer': 'Nothing but the packing.',
      wine: 'The three classes, which have only numbers in the source, are called cultivar 1 to 3.',
      penguins: 'The four measurements and the species were taken.',
      diabetes: 'Raw units, as measured.',
      sunspots: 'The years were left out; the order is theirs.',
    } satisfies Partial<Record<DataSetKey, string>> as Partial<Record<DataSetKey, string>>,
    yours: 'Yours. Nothing leaves the page unless you share it.',
  },
}
