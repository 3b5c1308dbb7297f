/**
 * Trains every recipe on ten seeds that no rule was set by, and compares the verdicts with the labels. Writes the tables
 * of docs/verdict.md and the runs that the tests of the rules look at.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { changes, verdictsAlong } from '../../domain/diagnosis/recorded.testing.ts'
import { median } from '../../domain/numbers/median.ts'
import {
  agreement,
  confusionTable,
  isRight,
  type LabelledRun,
  labelledRun,
  RECIPES,
  recipeTable,
} from './labelled-runs.testing.ts'
import { recorded } from './recorded.testing.ts'

/** The rules were set on others: 1 to 35, and 101 to 105. */
const SEEDS = [36, 37, 38, 39, 40, 41, 42, 43, 44, 45]
/** Runs of each recipe that the tests keep: the first that agree. */
const KEPT = 2

const DOCUMENT = new URL('../../../docs/verdict.md', import.meta.url)
const FIXTURE = new URL('../../domain/diagnosis/recorded-runs.json', import.meta.url)

it('ninety-five runs of a hundred get the verdict that their recipe is built to show', async () => {
  const runs: LabelledRun[] = []
  for (const recipe of RECIPES) for (const seed of SEEDS) runs.push(await labelledRun(recipe, seed))
  const right = agreement(runs)
  const percent = ((100 * right) / runs.length).toFixed(1)
  const summary = `${right} of ${runs.length} runs agree (${percent} %), on seeds ${SEEDS[0]} to ${SEEDS.at(-1)}.`
  const flips = median(runs.map(({ run }) => changes(verdictsAlong(run))))
  const along = `Judged after every epoch, without hysteresis, a run changes its verdict ${flips} times in the median.`
  const text = [`${summary} ${along}`, confusionTable(runs), recipeTable(runs)].join('\n\n')
  process.stdout.write(`${text}\n`)
  const document = readFileSync(DOCUMENT, 'utf8')
  writeFileSync(
    DOCUMENT,
    document.replace(
      /(<!-- agreement -->\n)[\s\S]*(\n<!-- \/agreement -->)/,
      (_, from, to) => from + text + to,
    ),
  )
  const kept = RECIPES.flatMap((recipe) =>
    runs.filter((run) => run.recipe === recipe && isRight(run)).slice(0, KEPT),
  )
  writeFileSync(FIXTURE, `[\n${kept.map((run) => JSON.stringify(recorded(run))).join(',\n')}\n]\n`)
  expect(runs.length).toBeGreaterThanOrEqual(300)
  expect(right / runs.length).toBeGreaterThanOrEqual(0.95)
}, 1_800_000)
