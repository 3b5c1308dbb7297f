/** What a diagram draws of a network: columns of units, each with the picture of what it computes. */
import type { UnitMap } from './unit-map.ts'

/** A unit of the network, by its layer (the inputs are 0) and its number in it, from 0. */
export interface UnitPlace {
  readonly layer: number
  readonly unit: number
}

export interface DiagramUnit extends UnitPlace {
  /** Beside the map: the name of an input, the number of a unit. */
  readonly name: string
  /** What a screen reader says. */
  readonly label: string
  readonly map: UnitMap
  /** Whether the step silenced it. */
  readonly dropped: boolean
  /** What it hands on at the sample that is followed; null while none is. */
  readonly value: string | null
}

export interface DiagramColumn {
  readonly layer: number
  readonly title: string
  readonly note: string
  readonly units: readonly DiagramUnit[]
  /** How many units of the layer are not drawn, and how many layers before this one. */
  readonly more: number
  readonly skipped: number
}

/** A number of a unit, with its name. */
export interface UnitFact {
  readonly name: string
  readonly value: string
}
