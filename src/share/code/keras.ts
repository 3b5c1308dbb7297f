/** An experiment as a Keras 3 program, in the order of the course: data, build, compile, fit, evaluate, predict. */
import type { Experiment } from '../../domain/experiment.ts'
import { context } from './keras-context.ts'
import { dataImports, dataLines } from './keras-data.ts'
import { modelLines } from './keras-model.ts'
import { compileLines, evaluateLines, fitLines, plotLines, predictLines } from './keras-training.ts'
import { type CodeLine, line, plain, textOf } from './lines.ts'

/** `link` is where the experiment can be seen on the page. */
export function kerasLines(experiment: Experiment, link: string): readonly CodeLine[] {
  const said = context(experiment)
  const heading = (title: string) => plain(`\n\n# ${title}\n`)
  const lines: CodeLine[] = [
    line('"""An experiment of Fitting Room in Keras 3.'),
    line(''),
    line(link.replaceAll('"""', '')),
    line('"""'),
    ...plain('import keras\nimport matplotlib.pyplot as plt\nimport numpy as np'),
    ...dataImports(experiment.data).map((text) => line(text, 'data')),
    ...heading('1. Data'),
    ...dataLines(said),
    ...heading('2. Build'),
    line(`keras.utils.set_random_seed(${said.value('seed-weights')})`, 'seed-weights'),
    ...plain('\n'),
    ...modelLines(said),
    ...heading('3. Compile'),
    ...compileLines(said),
    ...heading('4. Fit'),
    ...fitLines(said),
    ...heading('5. Evaluate, once'),
    ...evaluateLines(),
    ...heading('6. Predict'),
    ...predictLines(said),
    ...heading('Curves'),
    ...plotLines(),
  ]
  return lines.filter(
    (_, i) => lines.slice(Math.max(0, i - 2), i + 1).some(({ text }) => text !== '') || i < 2,
  )
}

export const kerasProgram = (experiment: Experiment, link: string): string =>
  textOf(kerasLines(experiment, link))
