/** The numbers that rules compare, in words. */
import type { Quantity } from '../domain/diagnosis/verdict.ts'
import { percent, settingNumber } from './format.ts'

/** How a quantity is written: a share in percent; a ratio, a count or a number of standard errors as it is. */
const UNITS: Record<Quantity, 'percent' | 'plain'> = {
  epochs: 'plain',
  'loss-over-constant': 'plain',
  'not-finite': 'plain',
  'train-left': 'percent',
  'train-left-surely': 'percent',
  'train-left-early': 'percent',
  'over-noise-floor': 'percent',
  'over-noise-errors': 'plain',
  'train-fall': 'percent',
  progress: 'percent',
  'epochs-discarded': 'plain',
  'fall-discarded': 'percent',
  'train-rise': 'percent',
  'validation-rise': 'percent',
  'validation-rise-explainable': 'percent',
  'validation-rise-errors': 'plain',
  'shared-rise': 'percent',
  gap: 'percent',
  'gap-errors': 'plain',
  'gap-over-train': 'plain',
  'validation-uncertainty': 'percent',
  'rising-epochs': 'percent',
  'step-size': 'percent',
  spike: 'percent',
  'dead-units': 'percent',
  'dead-units-at-start': 'percent',
  'saturated-units': 'percent',
  'hidden-layers': 'plain',
  'gradient-ratio': 'plain',
  'update-ratio-early': 'plain',
  'update-ratio-late': 'plain',
  'gradient-burst': 'plain',
  'gradient-over-clip': 'plain',
  'largest-class': 'percent',
  regularized: 'plain',
}

export function quantityText(quantity: Quantity, value: number): string {
  if (UNITS[quantity] === 'percent') return percent(value)
  return settingNumber(Number(value.toPrecision(3)))
}
