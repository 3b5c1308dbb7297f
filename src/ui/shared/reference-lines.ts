/**
 * The levels that curves are compared with, and their names: the score of the best constant answer, and what no model
 * can beat.
 */
import { useCallback, useMemo } from 'react'
import type { Level, Measure } from '../../charts/kit/types.ts'
import { type LowestLoss, lowestLoss } from '../../domain/diagnosis/overlap.ts'
import type { Experiment, Part } from '../../domain/experiment/experiment.ts'
import { constantLevel } from '../../domain/run/reference-losses.ts'
import { quality, type Score } from '../../domain/run/run.ts'
import { loss, qualityText, settingNumber } from '../../text/format.ts'
import type { Messages } from '../../text/messages.ts'
import { useAppContext, useAppState, useText } from './app-context.tsx'
import { useShownExperiment } from './use-focused-run.ts'

export type Levels = Readonly<Record<Measure, readonly Level[]>>

/** The score of giving every sample the same answer; null while the samples are being downloaded. */
export function useConstantLevel(): (experiment: Experiment, part?: Part) => Score | null {
  const { app } = useAppContext()
  const arrived = useAppState(({ downloads }) =>
    Object.entries(downloads)
      .flatMap(([set, { kind }]) => (kind === 'ready' ? [set] : []))
      .join(),
  )
  // `arrived` says when `sources` knows more.
  return useCallback(
    (experiment, part = 'validation') => constantLevel(experiment, part, app.sources.get(experiment.data)),
    [app, arrived],
  )
}

/** The levels of an experiment's validation part. */
export function useLevelsOf(): (experiment: Experiment) => Levels {
  const t = useText()
  const constant = useConstantLevel()
  return useCallback(
    (experiment) => ({
      loss: lossLevels(lowestLoss(experiment), constant(experiment)?.loss ?? null, t),
      quality: qualityLevels(constant(experiment), t),
    }),
    [constant, t],
  )
}

/** The levels of the run in focus, or of the draft before the first run. */
export function useLevels(): Levels {
  const levelsOf = useLevelsOf()
  const experiment = useShownExperiment()
  return useMemo(() => levelsOf(experiment), [experiment, levelsOf])
}

export function lossLevels(lowest: LowestLoss | null, constant: number | null, { stage }: Messages): Level[] {
  const levels: Level[] = []
  if (lowest) levels.push({ value: lowest.loss, ...lowestNamed(lowest, stage) })
  if (constant !== null) levels.push({ value: constant, ...oneAnswer(loss(constant), stage) })
  return levels
}

export function qualityLevels(constant: Score | null, { stage }: Messages): Level[] {
  if (constant === null || Number.isNaN(quality(constant))) return []
  return [{ value: quality(constant), ...oneAnswer(qualityText(constant), stage) }]
}

function lowestNamed(lowest: LowestLoss, stage: Messages['stage']): Omit<Level, 'value'> {
  return lowest.because === 'noise'
    ? { label: stage.floor(lowestText(lowest)), hint: stage.floorHint }
    : { label: stage.overlap(lowestText(lowest)), hint: stage.overlapHint }
}

/** An estimate is written with the digits that it has. */
export function lowestText({ loss: value, because }: LowestLoss): string {
  return because === 'noise' ? loss(value) : settingNumber(Number(value.toPrecision(2)))
}

function oneAnswer(scored: string, stage: Messages['stage']): Omit<Level, 'value'> {
  return {
    label: stage.oneAnswer(scored),
    short: stage.oneAnswerShort(scored),
    hint: stage.oneAnswerHint,
  }
}
