/** A sweep as a Ray Tune script: the Keras program as a function of what is swept, on one machine or a cluster. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { isSetting, SETTINGS } from '../domain/settings/settings.ts'
import {
  type AxisKey,
  axisText,
  type Cell,
  cellExperiment,
  cellsOf,
  type Sweep,
} from '../domain/sweep/sweep.ts'
import { type Context, context, type Swept } from './keras-context.ts'
import { dataFunctions, dataLines } from './keras-data.ts'
import { activationName, modelLines } from './keras-model.ts'
import { sourceImports, sourcePackages } from './keras-sources.ts'
import { compileLines, fitLines, qualityName } from './keras-training.ts'
import { argument, type CodeLine, call, indented, line, plain, textOf } from './lines.ts'
import { python } from './python.ts'
import { mainLines } from './ray-main.ts'
import { linkLine, spaced } from './sections.ts'
import { isInline } from './table-lines.ts'
import { functionOf } from './variants.ts'

/** `link` is where the sweep's base can be seen on the page. */
function rayLines(sweep: Sweep, link: string): readonly CodeLine[] {
  const runs = runsOf(sweep)
  const whole = runs.length === cellsOf(sweep).length
  const file = runs.some(({ said }) => readsFile(said.experiment.data))
  const sources = [...new Set(runs.flatMap(({ said }) => sourceImports(said.experiment.data)))]
  const qualities = [...new Set(runs.map(({ said }) => qualityName(said.experiment)))]
  const packages = new Set(runs.flatMap(({ said }) => sourcePackages(said.experiment.data)))
  const written = (name: string, parameters: string, bodyOf: (said: Context) => CodeLine[]) =>
    functionOf(
      name,
      parameters,
      axesOf(sweep),
      runs.map(({ values, said }) => ({ values, body: bodyOf(said) })),
    )
  return spaced([
    ...plain('"""A sweep of Fitting Room as a Ray Tune experiment.\n'),
    linkLine(link),
    ...plain(`
pip install "ray[tune]" keras tensorflow${[...packages].map((name) => ` ${name}`).join('')}
python fitting-room-sweep.py                 # this machine
python fitting-room-sweep.py --address auto  # a cluster

Started again, it goes on where it was stopped: runs that
had not ended begin anew.
"""
import argparse`),
    ...(file ? plain('import json\nimport os') : []),
    ...plain(`from pathlib import Path

import keras
import numpy as np
import pandas as pd
import ray`),
    ...sources.filter((text) => text !== 'import json').map((text) => line(text)),
    ...plain('from ray import tune\n\n'),
    line(`NAME = ${python(nameOf(sweep))}`),
    ...gridLines(sweep, whole ? null : runs),
    ...plain('\n'),
    ...functionsOf(runs),
    ...written('data', 'config', (said) => [
      ...dataLines(said),
      line('return x_train, y_train, x_val, y_val, x_test, y_test'),
    ]),
    ...written('network', 'config', (said) => [
      line(`keras.utils.set_random_seed(${said.value('seed-weights')})`),
      line(''),
      ...modelLines(said),
      line(''),
      ...compileLines(said),
      line('return model'),
    ]),
    ...written('fit', 'config, model, x_train, y_train, x_val, y_val', (said) => [
      ...fitLines(said, { reports: true }),
      line('return history.history'),
    ]),
    ...trainLines(sweep, whole),
    ...mainLines(sweep, { qualities, whole, file }),
  ])
}

const readsFile = ({ set, rows }: Experiment['data']) => set === 'rows' && !(rows && isInline(rows))

export const rayProgram = (sweep: Sweep, link: string): string => textOf(rayLines(sweep, link))

interface SweptRun {
  readonly index: number
  readonly values: readonly string[]
  readonly said: Context
}

/** The values of every cell that the page would train. */
function runsOf(sweep: Sweep): SweptRun[] {
  const seed = 'config["seed"]'
  const seeds: Swept = {
    'seed-weights': seed,
    'seed-training': seed,
    ...(sweep.varies === 'all' && { 'seed-data': seed }),
  }
  return cellsOf(sweep).flatMap((cell) => {
    const parsed = cellExperiment(sweep, cell)
    if (!parsed.ok) return []
    // A value that another axis overrules, such as no layers beside a width, is no expression of anything.
    const said = sweep.axes.filter(
      ({ setting }, i) => axisText(parsed.experiment, setting) === cell.values[i],
    )
    const swept = Object.fromEntries(said.map(({ setting }) => [setting, `config[${python(setting)}]`]))
    const experiment = context(parsed.experiment, { ...swept, ...seeds })
    return [{ index: cell.index, values: valuesOf(sweep, cell), said: experiment }]
  })
}

const axesOf = ({ axes }: Sweep) => axes.map(({ setting }) => `config[${python(setting)}]`)

const valuesOf = ({ axes }: Sweep, { values }: Cell) =>
  values.map((text, i) => pythonValue(axes[i]!.setting, text))

/** Numbers, switches and what is off as themselves, lists of their own as the text of a link. */
function pythonValue(setting: AxisKey, text: string): string {
  if (setting === 'activation') return python(activationName(text as Experiment['model']['activation']))
  const value = isSetting(setting) ? SETTINGS[setting].read(text) : Number(text)
  return typeof value === 'object' && value !== null ? python(text) : python(value)
}

/** The script has `cells` if the page refuses some combinations. */
function gridLines({ axes, seeds }: Sweep, cells: readonly SweptRun[] | null): CodeLine[] {
  const list = (name: string, values: readonly string[]) =>
    indented(
      call(
        `${python(name)}: `,
        values.map((text) => argument(text)),
        { open: '[', close: '],', width: 70 },
      ),
    )
  const cell = ({ values }: SweptRun) =>
    `{${values.map((value, i) => `${python(axes[i]!.setting)}: ${value}`).join(', ')}}`
  return [
    ...plain('GRID = {'),
    ...(cells === null
      ? axes.flatMap(({ setting, values }) =>
          list(
            setting,
            values.map((text) => pythonValue(setting, text)),
          ),
        )
      : [line('    # Without the combinations that the page refuses.'), ...list('cell', cells.map(cell))]),
    ...list(
      'seed',
      Array.from({ length: seeds }, (_, i) => String(i + 1)),
    ),
    line('}'),
  ]
}

/** The functions of the data, each written once. */
function functionsOf(runs: readonly SweptRun[]): CodeLine[] {
  const seen = new Set<string>()
  return runs.flatMap(({ said }) => {
    const lines = dataFunctions(said)
    const text = textOf(lines)
    if (lines.length === 0 || seen.has(text)) return []
    seen.add(text)
    return [...lines, ...plain('\n')]
  })
}

function trainLines({ test }: Sweep, whole: boolean): CodeLine[] {
  return [
    ...(whole
      ? []
      : plain(`def flat(config):
    return {**config["cell"], "seed": config["seed"]}

`)),
    line('def train(config):'),
    ...(whole ? [] : [line('    config = flat(config)')]),
    ...plain(`    parts = data(config)
    model = network(config)`),
    ...(test
      ? plain(`    curves = fit(config, model, *parts[:4])
    last = {name: values[-1] for name, values in curves.items()}
    scores = model.evaluate(
        *parts[4:], verbose=0, return_dict=True
    )
    test = {f"test_{name}": score for name, score in scores.items()}
    tune.report({"epoch": len(curves["loss"]), **last, **test})`)
      : plain('    fit(config, model, *parts[:4])')),
    ...plain('\n'),
  ]
}

/** Another sweep has another name, so that it is not taken for one that was stopped. */
function nameOf(sweep: Sweep): string {
  let hash = 0x811c9dc5
  for (const sign of JSON.stringify(sweep)) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193)
  const digest = (hash >>> 0).toString(16).padStart(8, '0')
  return `fitting-room-${sweep.axes.map(({ setting }) => setting).join('-')}-${digest}`
}
