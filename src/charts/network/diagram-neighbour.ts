import type { DiagramColumn, UnitPlace } from './diagram-units.ts'

/** The unit that an arrow key moves to; null where it is no arrow or leads nowhere. */
export function neighbour(
  columns: readonly DiagramColumn[],
  { layer, unit }: UnitPlace,
  pressed: string,
): UnitPlace | null {
  const column = columns.findIndex((other) => other.layer === layer)
  const place = columns[column]?.units.findIndex((other) => other.unit === unit) ?? -1
  if (place < 0) return null
  const step = { ArrowUp: -1, ArrowDown: 1 }[pressed]
  if (step !== undefined) return columns[column]!.units[place + step] ?? null
  const aside = { ArrowLeft: -1, ArrowRight: 1 }[pressed]
  const next = aside === undefined ? undefined : columns[column + aside]
  if (!next) return null
  const share = (place + 0.5) / columns[column]!.units.length
  return next.units[Math.floor(share * next.units.length)] ?? null
}
