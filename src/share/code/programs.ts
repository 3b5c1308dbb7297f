/** Every form in which an experiment can leave the page as code. */
import type { Experiment } from '../../domain/experiment.ts'
import { kerasLines } from './keras.ts'
import type { CodeLine } from './lines.ts'

export { notebook } from './notebook.ts'

export interface Program {
  readonly key: 'keras' | 'tfjs'
  /** What it is saved as. */
  readonly file: string
  readonly lines: readonly CodeLine[]
}

/** `link` is where the experiment can be seen on the page. */
export function programsOf(experiment: Experiment, link: string): readonly Program[] {
  return [{ key: 'keras', file: 'experiment.py', lines: kerasLines(experiment, link) }]
}
