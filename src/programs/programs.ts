/** Every form in which an experiment can leave the page as code. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { kerasLines } from './keras.ts'
import type { CodeLine } from './lines.ts'
import { tfjsLines } from './tfjs.ts'

export { textOf } from './lines.ts'
export { notebook } from './notebook.ts'
export { rayProgram } from './ray.ts'

export type ProgramKey = 'keras' | 'tfjs'

export interface Program {
  readonly key: ProgramKey
  /** The name of its file. */
  readonly file: string
  readonly lines: readonly CodeLine[]
}

/** `link` is where the experiment can be seen; `dataUrl` is the page's folder of packed sets, beside it if not given. */
export function programsOf(experiment: Experiment, link: string, dataUrl?: string): readonly Program[] {
  return [
    { key: 'keras', file: 'experiment.py', lines: kerasLines(experiment, link) },
    { key: 'tfjs', file: 'experiment.mjs', lines: tfjsLines(experiment, link, dataUrl) },
  ]
}
