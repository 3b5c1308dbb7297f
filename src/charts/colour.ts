/** Colour means data: a single run is blue and vermillion, runs side by side have a colour each. */
import type { ChartRun } from './types.ts'

export interface Colours {
  readonly train: string
  readonly validation: string
  /** Darker, for words on paper. */
  readonly trainText: string
  readonly validationText: string
}

const single: Colours = {
  train: 'var(--train)',
  validation: 'var(--validation)',
  trainText: 'var(--train-text)',
  validationText: 'var(--validation-text)',
}

const NAMED = 5

export function coloursOf(run: Pick<ChartRun, 'colour'>): Colours {
  if (run.colour === null) return single
  const name = run.colour >= 1 && run.colour <= NAMED ? `--run-${run.colour}` : '--run-more'
  const line = `var(${name})`
  const text = `var(${name}-text)`
  return { train: line, validation: line, trainText: text, validationText: text }
}
