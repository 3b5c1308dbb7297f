import {
  DEEPEST,
  type ImportProblem,
  LARGEST_FILE,
  LARGEST_WEIGHTS,
} from '../../domain/run/record-problem.ts'
import { bytes } from '../format.ts'
import { counted } from './plural.ts'

export const open = {
  /** Files of runs and sweeps, and what is said when one cannot be opened. */
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
    refusedTable: (why: string) => `This table cannot be used: ${why}.`,
    refused: {
      'too-large': `This is too large to be opened: files of runs may have ${bytes(LARGEST_FILE)}, files of weights ${bytes(LARGEST_WEIGHTS)}.`,
      unreadable: 'This cannot be read; part of it may be missing.',
      newer: 'A later version of Fitting Room wrote this; this one cannot read it.',
      'not-runs': 'There are no runs in this, or they are not as Fitting Room writes them.',
      'too-deep': `This is nested more than ${DEEPEST} brackets deep, so it is nothing that Fitting Room wrote, and is not read.`,
      'table-alone':
        'This table has no experiment, so it makes no run. A table to train on is read under Data, as “Your table”.',
      'table-damaged':
        'The curves in this table cannot be read as a run: lines are missing, or another program has changed them.',
      'weights-alone':
        'These weights come without their run. Only a file that Fitting Room wrote tells which experiment they belong to.',
      'weights-damaged': 'The file of weights is damaged: its header and its numbers do not go together.',
      'weights-kind': 'These weights are no 32-bit floats, which are the only ones read here.',
      'sweep-damaged':
        'This cannot be read as a sweep: its definition or one of its runs is not as Fitting Room writes them.',
      'sweep-running': 'A sweep is running. Stop it first; opening another would throw its runs away.',
    } satisfies Record<ImportProblem, string> as Record<ImportProblem, string>,
  },
}
