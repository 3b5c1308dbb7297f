import type { Generator } from './generator.ts'
import { spread } from './playground.ts'

/** Two interleaved half circles of radius 1 (geometry of scikit-learn's make_moons); noise is the normal deviation. */
export const moons: Generator = (index, noise, _where, jitter, offset) => {
  const target = index % 2
  const angle = Math.PI * spread(Math.floor(index / 2), offset)
  const x = target === 0 ? Math.cos(angle) : 1 - Math.cos(angle)
  const y = target === 0 ? Math.sin(angle) : 0.5 - Math.sin(angle)
  return { inputs: [x + noise * jitter.normal(), y + noise * jitter.normal()], target }
}
