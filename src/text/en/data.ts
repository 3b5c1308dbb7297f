/** Data sets: their groups and licences, drawn points, and tables that a person reads in. */
import type { DownloadProblem } from '../../domain/data/source-key.ts'
import type { DataSetKey } from '../../domain/experiment/experiment.ts'
import { counted, percent, whole } from '../format.ts'

export const data = {
  data: {
    about: 'About the data',
    retry: 'Try again',
    floor: (level: string) => `No model can get below ${level}.`,
  },
  ownData: {
    choose: 'Choose a file',
    change: 'Change the table',
    paste: 'Paste a table',
    pasteHint: 'Paste rows copied from a spreadsheet here',
    invite: 'A CSV or TSV file: one row a sample. It stays on this machine.',
    read: 'Read it',
    drop: 'Drop the file to read it',
    size: (rows: number, columns: number) => `${counted(rows, 'row')}, ${counted(columns, 'column')}`,
    about: (rows: number, inputs: number, target: string) =>
      `${counted(rows, 'row')}, ${counted(inputs, 'input')}, predicts “${target}”`,
    classes: (names: string) => `Classes: ${names}`,
    numbers: 'Numbers',
    held: (rows: number) =>
      `${whole(rows)} of the training rows ${rows === 1 ? 'is' : 'are'} the validation part, which the table does not name; its test rows are as they were.`,
    groups: {
      plane: 'Plane and curve',
      regression: 'Regression',
      images: 'Images',
      tables: 'Tables',
      sequences: 'Sequences',
      own: 'Your own',
    },
    samples: {
      images: (count: number) => counted(count, 'real image'),
      rows: (count: number) => counted(count, 'real row'),
      windows: (count: number) => `${counted(count, 'window')} of a real series`,
    },
    loading: (set: string, share: number) => `Loading ${set}, ${percent(share, 0)}`,
    failed: (set: string) => `${set} could not be loaded.`,
    failedWhy: {
      unreachable: 'The server cannot be reached; check the connection.',
      missing: 'The server does not have the file; reload the page, which may be out of date.',
      damaged: 'What arrived is damaged.',
    } satisfies Record<DownloadProblem, string> as Record<DownloadProblem, string>,
    licences: {
      digits: 'MNIST: LeCun & Cortes, CC BY-SA 3.0',
      fashion: 'Zalando, MIT',
      'digits-8x8': 'UCI, CC BY 4.0',
      'breast-cancer': 'UCI, CC BY 4.0',
      wine: 'UCI, CC BY 4.0',
      penguins: 'Palmer Station LTER, CC0; rows with missing values left out',
      diabetes: 'Efron et al. 2004',
      sunspots: 'NOAA NGDC, public domain',
    } as Partial<Record<DataSetKey, string>>,
    pad: {
      label: 'Drawing pad: arrow keys move the cursor, Enter adds a point, Delete erases',
      tool: 'Draw',
      tools: { a: 'Class A', b: 'Class B', erase: 'Erase' },
      count: (points: number) => counted(points, 'point'),
      clear: 'Clear',
      undo: 'Undo',
      full: (most: number) => `${counted(most, 'point')} at most; erase some to draw others.`,
      ready: 'Start from',
      drawings: { blobs: 'Two clouds', island: 'An island', stripes: 'Stripes' },
    },
  },
}
