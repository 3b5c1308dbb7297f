/** Why a file that somebody opened cannot be used, and what to do. */
import {
  DEEPEST,
  type ImportProblem,
  LARGEST_FILE,
  LARGEST_WEIGHTS,
} from '../../domain/run/record-problem.ts'
import { bytes } from '../format.ts'

export const refusedFiles = {
  refusedFiles: {
    table: (why: string) => `This table cannot be used: ${why}.`,
    why: {
      foreign:
        'Fitting Room did not write this file. It opens runs and sweeps (JSON), curves (CSV), weights (safetensors) and the programs that it exports. A table to train on is read under Data, as “Your table”.',
      'run-table':
        'This is the table of the runs, without their curves. To open runs, choose the JSON that was saved under Export.',
      'sweep-table':
        'This is the table of a sweep. To open the sweep, choose the JSON that was saved with it.',
      picture:
        'Pictures cannot be opened, but for curves that were saved as SVG: they carry the link of their experiment. To open runs, choose the JSON that was saved under Export.',
      'too-large': `This is too large to be opened: files of runs may have ${bytes(LARGEST_FILE)}, files of weights ${bytes(LARGEST_WEIGHTS)}.`,
      unreadable: 'This cannot be read; part of it may be missing. Save it once more.',
      newer: 'A later version of Fitting Room wrote this. Reload the page, which may be out of date.',
      'not-runs':
        'There are no runs in this, or they are not as Fitting Room writes them. Choose a JSON that was saved under Export.',
      'too-deep': `This is nested more than ${DEEPEST} brackets deep, so it is nothing that Fitting Room wrote, and is not read.`,
      'table-alone':
        'This table has no experiment, so it makes no run. A table to train on is read under Data, as “Your table”.',
      'table-damaged':
        'The curves in this table cannot be read as a run: lines are missing, or another program has changed them. Save it once more under Export.',
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
