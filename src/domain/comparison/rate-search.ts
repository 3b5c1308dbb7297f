/**
 * "Each at its own best learning rate": before a comparison every value is trained at the same ten rates, and takes the
 * one with the lowest validation loss. That is a sweep of two settings, read in its own way.
 */
import type { Experiment } from '../experiment/experiment.ts'
import type { SettingKey } from '../settings/settings.ts'
import type { AxisKey, Sweep } from '../sweep/sweep.ts'
import { measure, type SweepRun } from '../sweep/sweep-run.ts'
import type { Comparison } from './comparison.ts'

/** Half decades, as a learning rate is usually looked for. */
export const RATES = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3]
export const RATE_ENDS = [RATES[0]!, RATES.at(-1)!] as const
/**
 * How many epochs each trial trains: all of the comparison's, because large rates look better after fewer
 * epochs than they turn out to be (SGD on the spiral: 1 after 15 epochs, 0.3 after 60). Only very long runs
 * are cut short.
 */
export function epochsOfTry({ training: { epochs } }: Experiment): number {
  return epochs <= WHOLE ? epochs : Math.max(WHOLE, Math.round(epochs * SHARE))
}
const WHOLE = 400
const SHARE = 0.25

/** Whether a setting can have a learning rate of its own for each value, and be tried for fewer epochs. */
export function canSearch(setting: AxisKey): boolean {
  return setting !== 'lr' && setting !== 'epochs'
}

/** The data are the comparison's. */
export function rateSweep(base: Experiment, setting: SettingKey, values: readonly string[]): Sweep {
  return {
    version: 1,
    base: { ...base, training: { ...base.training, epochs: epochsOfTry(base) }, earlyStopping: null },
    axes: [
      { setting, values },
      { setting: 'lr', values: RATES.map(String) },
    ],
    seeds: 1,
    varies: 'training',
    test: false,
  }
}

export interface FoundRate {
  readonly value: string
  /** Lowest validation loss at each rate so far; Infinity where it diverged. */
  readonly tries: readonly { readonly rate: number; readonly loss: number }[]
  /** null while none came to an end with a number. */
  readonly rate: number | null
  /** The best rate is the smallest or largest that was tried, so a better one may lie beyond it. */
  readonly atEdge: boolean
}

export function foundRates({ axes: [entrants, rates] }: Sweep, runs: readonly SweepRun[]): FoundRate[] {
  const all = (rates?.values ?? []).map(Number)
  return entrants.values.map((value, i) => {
    const tries = runs
      .filter(({ cell }) => Math.floor(cell / all.length) === i)
      .map((run) => ({ rate: all[run.cell % all.length]!, loss: measure(run, 'validation-best') }))
      .filter(({ loss }) => !Number.isNaN(loss))
      .sort((a, b) => a.rate - b.rate)
    const rate = tries.reduce<(typeof tries)[number] | null>(
      (best, each) => (Number.isFinite(each.loss) && each.loss < (best?.loss ?? Infinity) ? each : best),
      null,
    )?.rate
    return { value, tries, rate: rate ?? null, atEdge: rate === all[0] || rate === all.at(-1) }
  })
}

/** A value for which no rate was found keeps the experiment's. */
export function comparisonAt(setting: SettingKey, found: readonly FoundRate[]): Comparison {
  return {
    setting,
    entries: found.map(({ value, rate }) => ({
      value,
      also: rate === null ? [] : [{ key: 'lr', to: String(rate) }],
    })),
  }
}
