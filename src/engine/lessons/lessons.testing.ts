/** What the tests of lessons share: the real digits, three fixed seeds, and the bound of guessing. */
import { packedSource } from '../trained.testing.ts'

export const SEEDS = [1, 2, 3] as const

export const seeded = (seed: number) => ({ data: seed, weights: seed, training: seed })

export const digitSource = packedSource('digits')

/** The share of the most frequent digit is 0.113. */
export const CHANCE = 0.2
