/** Colours stand for data: a single run is blue and vermillion, runs side by side have a colour each. */
import type { ChartRun } from './types.ts'

export interface Colours {
  readonly train: string
  readonly validation: string
  /** Darker variants, for words on paper. */
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

/** Runs beyond the number of distinguishable colours are grey, with only their validation line, behind the others. */
export function isGrey({ colour }: Pick<ChartRun, 'colour'>): boolean {
  return colour !== null && (colour < 1 || colour > NAMED)
}

/** The colours of a run's line and of its swatch in a list. */
export function runColour(colour: number): string {
  return isGrey({ colour }) ? 'var(--run-more)' : `var(--run-${colour})`
}

export function coloursOf(run: Pick<ChartRun, 'colour'>): Colours {
  if (run.colour === null) return single
  const line = runColour(run.colour)
  const text = line.replace(')', '-text)')
  return { train: line, validation: line, trainText: text, validationText: text }
}
