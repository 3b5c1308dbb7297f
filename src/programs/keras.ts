/** An experiment as a Keras 3 program, in the order of the course. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { context } from './keras-context.ts'
import { dataFunctions, dataLines } from './keras-data.ts'
import { modelLines } from './keras-model.ts'
import { sourceImports, sourcePackages } from './keras-sources.ts'
import { compileLines, evaluateLines, fitLines, plotLines, predictLines } from './keras-training.ts'
import { type CodeLine, line, plain, textOf } from './lines.ts'
import { headed, linkLine, type Section, spaced } from './sections.ts'

/** What has to be installed. */
export const kerasPackages = ({ data }: Experiment): string =>
  ['keras tensorflow matplotlib', ...sourcePackages(data)].join(' ')

export const kerasImports = ({ data }: Experiment): readonly CodeLine[] => [
  ...plain('import keras\nimport matplotlib.pyplot as plt\nimport numpy as np'),
  ...sourceImports(data).map((text) => line(text, 'data')),
]

interface Step extends Section {
  /** What it does, in a sentence. */
  readonly says: string
}

export function kerasSections(experiment: Experiment): readonly Step[] {
  const said = context(experiment)
  const functions = dataFunctions(said)
  return [
    {
      title: '1. Data',
      says: 'Three parts: one to train on, one to choose by, one to open once at the end.',
      lines: [...functions, ...(functions.length > 0 ? plain('\n') : []), ...dataLines(said)],
    },
    {
      title: '2. Build',
      says: 'The network, layer by layer, with the weights it starts from.',
      lines: [
        line(`keras.utils.set_random_seed(${said.value('seed-weights')})`, 'seed-weights'),
        ...plain('\n'),
        ...modelLines(said),
        line('model.summary()'),
      ],
    },
    {
      title: '3. Compile',
      says: 'How weights are moved, what they are moved by, and what is measured besides.',
      lines: compileLines(said),
    },
    {
      title: '4. Fit',
      says: 'Training, epoch by epoch, with the validation part scored after each.',
      lines: fitLines(said),
    },
    {
      title: '5. Evaluate, once',
      says: 'The test part is opened once, when nothing is chosen by it any more.',
      lines: evaluateLines(),
    },
    {
      title: '6. Predict',
      says: 'What the trained network says of ten samples it has not seen.',
      lines: predictLines(said),
    },
    {
      title: '7. Curves',
      says: 'Training and validation loss by epoch: where they part, overfitting begins.',
      lines: plotLines(),
    },
  ]
}

/** `link` is where the experiment can be seen on the page. */
export function kerasLines(experiment: Experiment, link: string): readonly CodeLine[] {
  return spaced([
    line('"""An experiment of Fitting Room in Keras 3.'),
    line(''),
    linkLine(link),
    line(''),
    line(`pip install ${kerasPackages(experiment)}`),
    line('"""'),
    ...kerasImports(experiment),
    ...headed(kerasSections(experiment), '#'),
  ])
}

export const kerasProgram = (experiment: Experiment, link: string): string =>
  textOf(kerasLines(experiment, link))
