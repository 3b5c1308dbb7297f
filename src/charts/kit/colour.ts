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

/** Runs beyond the colours that can be told apart: grey, by their validation line alone, behind the others. */
export function isGrey({ colour }: Pick<ChartRun, 'colour'>): boolean {
  return colour !== null && (colour < 1 || colour > NAMED)
}

/** The line and the swatch of a run in a list or beside others. */
export function runColour(colour: number): string {
  return isGrey({ colour }) ? 'var(--run-more)' : `var(--run-${colour})`
}

export function coloursOf(run: Pick<ChartRun, 'colour'>): Colours {
  if (run.colour === null) return single
  const line = runColour(run.colour)
  const text = line.replace(')', '-text)')
  return { train: line, validation: line, trainText: text, validationText: text }
}
