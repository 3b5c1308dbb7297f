/** Drawings to start from: each is clear at a glance and shows another trait of a network. */
import type { DrawnPoint } from '../../domain/experiment/experiment.ts'
import { stream } from '../../domain/random.ts'

export const DRAWINGS = ['blobs', 'island', 'stripes'] as const
export type Drawing = (typeof DRAWINGS)[number]

const hundredth = (value: number) => Math.round(Math.max(-6, Math.min(6, value)) * 100) / 100 + 0

export function drawing(name: Drawing): DrawnPoint[] {
  const random = stream(1, 'drawing', name)
  return Array.from({ length: 60 }, (_, i): DrawnPoint => {
    const label = i % 2 === 0 ? 0 : 1
    const [along, across] = [random.uniform(), random.uniform()]
    const turn = 2 * Math.PI * along
    if (name === 'stripes')
      return [hundredth(-4.5 + 3 * (i % 4) + 1.4 * (along - 0.5)), hundredth(10 * across - 5), label]
    const around =
      name === 'blobs' ? 1.6 * Math.sqrt(across) : label === 1 ? 1.3 * Math.sqrt(across) : 3.2 + 1.8 * across
    const centre = name === 'blobs' ? (label === 0 ? -2.2 : 2.2) : 0
    return [hundredth(centre + around * Math.cos(turn)), hundredth(centre + around * Math.sin(turn)), label]
  })
}
