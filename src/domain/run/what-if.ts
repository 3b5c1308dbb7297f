/**
 * Finds where a recorded run would have stopped under other early stopping. `judge` decides, as in training;
 * nothing is trained.
 */

import type { Experiment } from '../experiment/experiment.ts'
import { freshStopping, judge } from '../training/early-stopping.ts'
import { MONITORED } from './monitored.ts'
import type { EpochRow } from './run.ts'
import { monitorOf, stoppingRule } from './stopping-rule.ts'

export interface WhatIf {
  /** The epoch in which the run would have stopped; null if it would not have stopped before its end. */
  readonly stop: number | null
  /** The epoch whose weights would come back; 0 if none was judged. */
  readonly best: number
  /**
   * How far the validation loss of that epoch is above the lowest of the whole run; null if no epoch was
   * judged.
   */
  readonly cost: number | null
  readonly saved: number
}

export interface Thresholds {
  readonly patience: number
  readonly minDelta: number
}

/** `rows` are all epochs of the run, in order. */
export function whatIf(
  rows: readonly EpochRow[],
  earlyStopping: Experiment['earlyStopping'],
  { patience, minDelta }: Thresholds,
): WhatIf {
  const monitored = MONITORED[monitorOf(earlyStopping)]
  const rule = { ...stoppingRule({ earlyStopping }), patience, minDelta }
  let state = freshStopping(rule)
  let stop: number | null = null
  for (const row of rows) {
    state = judge(rule, state, row.epoch, monitored.value(row.validation))
    if (!state.stop) continue
    stop = row.epoch
    break
  }
  const lowest = rows.reduce(
    (least, { validation }) => Math.min(least, validation.loss),
    Number.POSITIVE_INFINITY,
  )
  const best = rows[state.bestEpoch - 1]
  return {
    stop,
    best: state.bestEpoch,
    cost: best ? best.validation.loss - lowest : null,
    saved: stop === null ? 0 : rows.length - stop,
  }
}
