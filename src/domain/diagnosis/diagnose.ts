/**
 * From a run's record to its verdict. The rules are asked in order; the first that holds is the verdict, later ones that
 * hold too are flags. Sources of the order and of the thresholds: docs/verdict.md.
 */
import type { Source } from '../table/source.ts'
import { figuresOf } from './figures.ts'
import { type Judgeable, type JudgedRun, judgedRun } from './judged-run.ts'
import { type Readings, readingsOf } from './readings.ts'
import { deadRelu } from './rules/dead-relu.ts'
import { diverging } from './rules/diverging.ts'
import { explodingGradient } from './rules/exploding-gradient.ts'
import { imbalanced } from './rules/imbalanced.ts'
import { learningRateTooLarge } from './rules/learning-rate-too-large.ts'
import { learningRateTooSmall } from './rules/learning-rate-too-small.ts'
import { memorizingNoise } from './rules/memorizing-noise.ts'
import { noisyValidation } from './rules/noisy-validation.ts'
import { overRegularized } from './rules/over-regularized.ts'
import { overfitting } from './rules/overfitting.ts'
import { saturated } from './rules/saturated.ts'
import { stillImproving } from './rules/still-improving.ts'
import { tooEarly } from './rules/too-early.ts'
import { underfitting } from './rules/underfitting.ts'
import { unstable } from './rules/unstable.ts'
import { vanishingGradient } from './rules/vanishing-gradient.ts'
import { type Check, type Figures, type Flag, holds, type Rule, type Verdict } from './verdict.ts'

/** Asked first: where one of these holds, the others would judge what is not there. */
const BEFORE_ALL: readonly Rule<Verdict>[] = [diverging, tooEarly]
/** In the order of the course: whether training works, whether validation can be trusted, then over and under. */
const HEADLINES: readonly Rule<Verdict>[] = [
  deadRelu,
  vanishingGradient,
  learningRateTooLarge,
  learningRateTooSmall,
  stillImproving,
  noisyValidation,
  overfitting,
  underfitting,
]
const FLAG_RULES: readonly Rule<Flag>[] = [
  overRegularized,
  memorizingNoise,
  unstable,
  saturated,
  explodingGradient,
  imbalanced,
]
/** What the curves of every run are read by, whatever was found. */
const ALSO: readonly Verdict[] = [
  'overfitting',
  'underfitting',
  'noisy-validation',
  'dead-relu',
  'vanishing-gradient',
]

export interface Diagnosis {
  readonly verdict: Verdict
  /** Verdicts that hold too, and flags. */
  readonly flags: readonly (Verdict | Flag)[]
  /** What the verdict rests on. */
  readonly evidence: readonly Check[]
  readonly figures: Figures
  readonly readings: Readings
  /** Whether early stopping ended the run. */
  readonly endedByPatience: boolean
  /** Whether no model can do better on these samples than always giving the same answer. */
  readonly hasNothingToLearn: boolean
  /** Whether it is known how much of the loss is noise that nobody can predict. */
  readonly isNoiseKnown: boolean
}

/** One rule with what it looked at: the clause that holds, or the one that comes closest. */
export interface RuleOutcome {
  readonly key: Verdict | Flag
  readonly isMet: boolean
  readonly checks: readonly Check[]
}

export function diagnose(run: Judgeable, source?: Source): Diagnosis {
  const judged = judgedRun(run, source)
  const figures = figuresOf(judged)
  const readings = readingsOf(judged)
  const isKnown = Number.isFinite(judged.levels.train.constant)
  const seen = {
    figures,
    readings,
    endedByPatience: run.outcome?.kind === 'early-stopped',
    hasNothingToLearn: isKnown && !isJudgeable(judged),
    isNoiseKnown: judged.levels.isNoiseKnown,
  }
  const first = BEFORE_ALL.map((rule) => outcomeOf(rule, figures)).find(({ isMet }) => isMet)
  if (first) return { verdict: first.key as Verdict, flags: [], evidence: first.checks, ...seen }
  if (!isJudgeable(judged)) return { verdict: 'too-early', flags: [], evidence: [], ...seen }
  const outcomes = HEADLINES.map((rule) => outcomeOf(rule, figures))
  const headline = headlineOf(outcomes, figures, judged)
  const verdict = (headline?.key ?? 'good-fit') as Verdict
  const also = outcomes.filter(
    ({ key, isMet }) => isMet && key !== verdict && (ALSO as readonly string[]).includes(key),
  )
  const flags = FLAG_RULES.map((rule) => outcomeOf(rule, figures)).filter(({ isMet }) => isMet)
  return {
    verdict,
    flags: [...also, ...flags].map(({ key }) => key),
    evidence: headline?.checks ?? goodFit(outcomes),
    ...seen,
  }
}

/**
 * The first rule that holds. Where it says that validation cannot be read, training still can: a network that has not learned
 * its own samples is told that first. What is left of noise that nobody has measured is no proof of that, unless it is half.
 * Samples that were learned in epochs thrown away are no proof either: there the network overfits, if anything.
 */
function headlineOf(
  outcomes: readonly RuleOutcome[],
  figures: Figures,
  { levels }: JudgedRun,
): RuleOutcome | undefined {
  const first = outcomes.find(({ isMet }) => isMet)
  if (first?.key !== 'noisy-validation') return first
  const plain = outcomes.find(({ key, isMet, checks }) => {
    const left = checks.find(({ quantity }) => quantity === 'train-left-surely')?.value ?? 0
    return key === 'underfitting' && isMet && (levels.isNoiseKnown || left >= 0.5)
  })
  const isLearned = plain !== undefined && (figures['fall-discarded'].value ?? 0) >= 0.05
  return (isLearned ? outcomes.find(({ key, isMet }) => key === 'overfitting' && isMet) : plain) ?? first
}

/** Every rule in the order it is asked, with what it looked at. */
export function allRules({ figures }: Diagnosis): readonly RuleOutcome[] {
  return [...BEFORE_ALL, ...HEADLINES, ...FLAG_RULES].map((rule) => outcomeOf(rule, figures))
}

/** Losses that are no numbers or targets that do not vary leave nothing to compare. */
function isJudgeable({ levels }: JudgedRun): boolean {
  return levels.train.constant - levels.train.floor > 0 && levels.explainable > 0
}

function outcomeOf<Key extends Verdict | Flag>(
  rule: Rule<Key>,
  figures: Figures,
): RuleOutcome & { key: Key } {
  const clauses = rule.clauses(figures)
  const met = (checks: readonly Check[]) => checks.filter(holds).length / checks.length
  const best = clauses.reduce((closest, clause) => (met(clause) > met(closest) ? clause : closest))
  return { key: rule.key, isMet: met(best) === 1, checks: best }
}

/** A good fit rests on what was not found: little is left of the training loss, and validation is near it. */
function goodFit(outcomes: readonly RuleOutcome[]): readonly Check[] {
  const wanted = ['train-left-surely', 'fall-discarded', 'gap', 'validation-rise']
  const checks = outcomes
    .flatMap((outcome) => outcome.checks)
    .filter(({ quantity, value }) => quantity !== 'fall-discarded' || value !== 0)
  return wanted.flatMap((quantity) => checks.find((check) => check.quantity === quantity) ?? [])
}
