import { counted } from '../format.ts'

export const open = {
  /** Files of runs and sweeps. */
  home: {
    weights: 'Trained weights (safetensors, can be opened again)',
    loader: 'Load the weights in Keras (Python)',
    curvesCsv: 'Curves of this run (CSV, can be opened again)',
    open: 'Open runs or a sweep from a file…',
    openSweep: 'Open a sweep from a file…',
    openShort: 'Open',
    sweepJson: 'Sweep with its results (JSON, can be opened again)',
    /** Ends a sentence before another. */
    stop: '. ',
    rowsDropped: (rows: number) =>
      rows === 1
        ? '1 row of the file without a value was left out.'
        : `${counted(rows, 'row')} of the file without a value were left out.`,
    rowsFilled: (rows: number) =>
      rows === 1
        ? 'In 1 row missing values were filled in.'
        : `In ${counted(rows, 'row')} missing values were filled in.`,
    opening: (name: string | null) => (name === null ? 'Opening the file' : `Opening “${name}”`),
    cancelOpening: 'Cancel',
  },
}
