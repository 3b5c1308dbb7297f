/** An experiment as a TensorFlow.js program, a module for Node or a page, in the order of the course. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { type CodeLine, line, plain, textOf } from './lines.ts'
import { headed, linkLine, quotable, type Section, spaced } from './sections.ts'
import { chanceLines } from './tfjs-chance.ts'
import { balances, dataImports, dataLines, permutes } from './tfjs-data.ts'
import { modelLines } from './tfjs-model.ts'
import { balancedLines, labelNoiseLines } from './tfjs-split.ts'
import { hasLabelNoise } from './tfjs-stored.ts'
import { compileLines, curveLines, evaluateLines, fitLines, predictLines } from './tfjs-training.ts'

/** `link` is where the experiment can be seen on the page, whose `data` folder packed sets are fetched from. */
export function tfjsLines(
  experiment: Experiment,
  link: string,
  dataUrl = new URL('data/', link).href,
): readonly CodeLine[] {
  return spaced([
    line('// An experiment of Fitting Room in TensorFlow.js 4.'),
    linkLine(link, '// '),
    ...plain('// npm install @tensorflow/tfjs@4\n// node fitting-room-experiment.mjs'),
    line("import * as tf from '@tensorflow/tfjs'"),
    ...dataImports(experiment),
    ...headed(sections(experiment, quotable(dataUrl)), '//'),
  ])
}

function sections(experiment: Experiment, dataUrl: string): Section[] {
  const chance = [
    ...chanceLines(permutes(experiment)),
    ...(balances(experiment) ? [line(''), ...balancedLines()] : []),
    ...(hasLabelNoise(experiment.data) ? [line(''), ...labelNoiseLines()] : []),
  ]
  return [
    { title: '1. Data', lines: dataLines(experiment, dataUrl) },
    { title: '2. Build', lines: modelLines(experiment) },
    { title: '3. Compile', lines: compileLines(experiment) },
    { title: '4. Fit', lines: fitLines(experiment) },
    { title: '5. Evaluate, once', lines: evaluateLines(experiment) },
    { title: '6. Predict', lines: predictLines(experiment) },
    { title: '7. Curves', lines: curveLines() },
    { title: 'Chance', lines: chance },
  ]
}

export const tfjsProgram = (experiment: Experiment, link: string, dataUrl?: string): string =>
  textOf(tfjsLines(experiment, link, dataUrl))
