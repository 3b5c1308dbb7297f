/** A verdict in words: the parts of its sentence, each number with the stretch of curve that it is of. */
import { isClippedDown } from '../domain/diagnosis/clipping.ts'
import type { Diagnosis } from '../domain/diagnosis/diagnose.ts'
import type { Quantity, Stretch, Verdict } from '../domain/diagnosis/verdict.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { learningRateAt } from '../domain/training/schedule.ts'
import { loss, percent, ratio, settingNumber, whole } from './format.ts'
import type { Messages } from './messages.ts'
import type { SentenceNumber, SentencePart, VerdictNumbers } from './verdict-sentence.ts'

export type Judged = Pick<
  Diagnosis,
  'verdict' | 'flags' | 'figures' | 'readings' | 'evidence' | 'hasNothingToLearn' | 'isNoiseKnown'
>

export function sentenceOf(
  judged: Judged,
  headline: Verdict,
  experiment: Experiment,
  t: Messages,
): readonly SentencePart[] {
  return joined(t.verdict.sentences[headline](numbersOf(judged, experiment, t)))
}

/** Between two numbers there is one text: the signs at its ends belong to them. */
function joined(parts: readonly SentencePart[]): readonly SentencePart[] {
  const all: SentencePart[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part
    else all.push(part)
  }
  return all
}

function numbersOf(
  { figures, readings, evidence, hasNothingToLearn, isNoiseKnown }: Judged,
  experiment: Experiment,
  t: Messages,
): VerdictNumbers {
  const { data } = experiment
  const of = (quantity: Quantity, write: (value: number) => string): SentenceNumber => {
    const { value, epochs } = figures[quantity]
    return { text: value === null ? '–' : write(value), epochs }
  }
  const { lowestAt, epoch } = readings
  const atLast: Stretch = [epoch, epoch]
  const atLowest: Stretch = [lowestAt, lowestAt]
  return {
    epochs: whole(readings.epoch),
    trainCount: whole(data.train),
    validationCount: whole(data.validation),
    rate: rateText(experiment, epoch, t),
    clip: isClippedDown(experiment, figures) ? settingNumber(experiment.optimizer.clipNorm!) : null,
    train: { text: loss(readings.train), epochs: atLast },
    validation: { text: loss(readings.validation), epochs: figures['validation-rise'].epochs },
    lowest: { text: loss(readings.lowest), epochs: atLowest },
    lowestAt: { text: whole(lowestAt), epochs: atLowest },
    gap: { text: t.verdict.gapTimes(ratio(readings.validation / readings.train)), epochs: atLast },
    left: of('train-left', percent),
    progress: of('progress', percent),
    since: { text: whole(figures.progress.epochs?.[0] ?? 0), epochs: figures.progress.epochs },
    uncertainty: of('validation-uncertainty', (value) => `±${percent(value)}`),
    rising: of('rising-epochs', percent),
    dead: of('dead-units', percent),
    vanishing: of('gradient-ratio', (value) => ratio(1 / value)),
    hasNothingToLearn,
    mayBeNoise: !isNoiseKnown && (figures['train-left'].value ?? 1) < 0.5,
    isStopped: (figures['fall-discarded'].value ?? 0) >= 0.02,
    rises: evidence.some(({ quantity }) => quantity === 'validation-rise'),
    wentBack: evidence.some(({ quantity }) => quantity === 'epochs-discarded'),
  }
}

/** A schedule that has taken the rate to less than half of it is worth a word. */
function rateText(experiment: Experiment, epoch: number, t: Messages): string {
  const [first, last] = [1, Math.max(1, epoch)].map((each) => learningRateAt(each, experiment)) as [
    number,
    number,
  ]
  if (last >= first / 2) return settingNumber(first)
  return t.verdict.from(settingNumber(first), settingNumber(Number(last.toPrecision(1))))
}

/**
 * The position of the needle on the ruler, 0..1. The first third is underfitting, by the remaining training
 * loss. The others follow the gap on a log scale: ×1 is the middle of a good fit's third, ×3 its end, ×20 the
 * right end. null for verdicts that are neither.
 */
export function needleAt(headline: Verdict, { figures, readings }: Judged): number | null {
  const gap = Math.log(Math.max(1, readings.validation / readings.train))
  const between = (low: number, high: number, at: number) => Math.min(high, Math.max(low, at))
  switch (headline) {
    case 'underfitting':
    case 'still-improving':
    case 'learning-rate-too-small':
    case 'vanishing-gradient':
    case 'dead-relu':
      return between(0.02, 0.32, (1 - (figures['train-left'].value ?? 1)) / 3)
    case 'good-fit':
      return between(0.36, 0.64, 0.5 + gap / Math.log(3) / 6)
    case 'overfitting':
      return between(0.68, 0.98, 2 / 3 + Math.log(Math.exp(gap) / 3) / Math.log(20 / 3) / 3)
    case 'too-early':
    case 'diverging':
    case 'learning-rate-too-large':
    case 'noisy-validation':
      return null
    default:
      return headline satisfies never
  }
}
