/** Trains recipes, asks for their verdicts, and counts. */
import { diagnose } from '../../domain/diagnosis/diagnose.ts'
import type { DiagnosedRun } from '../../domain/diagnosis/judged-run.ts'
import { VERDICTS, type Verdict } from '../../domain/diagnosis/verdict.ts'
import { trained } from '../trained.testing.ts'
import { FIT_RECIPES } from './fit-recipes.testing.ts'
import { type Recipe, seededExperiment, sourceOf } from './recipe.testing.ts'
import { TRAINING_RECIPES } from './training-recipes.testing.ts'
import { UNFINISHED_RECIPES } from './unfinished-recipes.testing.ts'

export const RECIPES: readonly Recipe[] = [...UNFINISHED_RECIPES, ...FIT_RECIPES, ...TRAINING_RECIPES]

export interface LabelledRun {
  readonly recipe: Recipe
  readonly seed: number
  readonly run: DiagnosedRun
  readonly verdict: Verdict
}

export async function labelledRun(recipe: Recipe, seed: number): Promise<LabelledRun> {
  const experiment = seededExperiment(recipe, seed)
  const source = sourceOf(experiment)
  const { rows, start, outcome } = await trained(experiment, source)
  const run: DiagnosedRun = { experiment, epochs: rows, start, outcome }
  const { verdict } = diagnose(run, source)
  return { recipe, seed, run, verdict }
}

export const isRight = ({ recipe, verdict }: LabelledRun) => recipe.labels.includes(verdict)

/** How many of the runs got the verdict of their recipe. */
export const agreement = (runs: readonly LabelledRun[]) => runs.filter(isRight).length

/** Where a recipe allows several verdicts, a right one counts as the row's own. */
const counted = (run: LabelledRun) => (isRight(run) ? run.recipe.labels[0] : run.verdict)

/** A row for each label, a column for each verdict that was given. */
export function confusionTable(runs: readonly LabelledRun[]): string {
  const columns = VERDICTS.filter((verdict) => runs.some((run) => counted(run) === verdict))
  const rows = VERDICTS.flatMap((label) => {
    const of = runs.filter(({ recipe }) => recipe.labels[0] === label)
    const cells = columns.map((verdict) => of.filter((run) => counted(run) === verdict).length || '·')
    return of.length > 0 ? [[label, ...cells, `${agreement(of)}/${of.length}`]] : []
  })
  return tableOf(['built to show', ...columns, 'agree'], rows)
}

/** Every recipe with its kind of network and the seeds that agree. */
export function recipeTable(runs: readonly LabelledRun[]): string {
  const rows = RECIPES.map((recipe) => {
    const of = runs.filter((run) => run.recipe === recipe)
    return [
      recipe.name,
      recipe.input.model?.kind ?? 'mlp',
      recipe.labels.join(' or '),
      `${agreement(of)}/${of.length}`,
    ]
  })
  return tableOf(['recipe', 'network', 'built to show', 'agree'], rows)
}

function tableOf(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
