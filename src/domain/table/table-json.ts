/** Tables as JSON, numbers and all: the two functions are inverse. */
import { MOST_COLUMNS, MOST_ROWS, PART_NAMES, type ReadTable, Table, type TableProblem } from './table.ts'

export function tableToJson(table: Table): object {
  const { name, columns, target, classes, count, source } = table
  const size = columns.length
  return {
    ...(name !== undefined && { name }),
    columns: [...columns],
    target,
    inputs: Array.from({ length: count }, (_, i) =>
      Array.from(source.inputs.subarray(i * size, (i + 1) * size)),
    ),
    targets: Array.from(source.targets, (value) => (classes.length > 0 ? classes[value]! : value)),
    ...(source.partOf && { part: Array.from(source.partOf, (part) => PART_NAMES[part]!) }),
  }
}

/** A table that is written out (docs/experiment-format.md, `data.rows`). Never throws. */
export function tableFromJson(value: object): ReadTable {
  const { inputs, targets: given, part, ...words } = value as Record<string, unknown>
  if (!Array.isArray(inputs) || !Array.isArray(given)) return refused({ kind: 'table-shape' })
  const several = given.findIndex((target) => Array.isArray(target) && target.length !== 1)
  if (several >= 0) return refused({ kind: 'table-targets', row: several + 1, found: given[several].length })
  // A number may stand in a list of its own, as a column of targets is often kept.
  const targets = given.map((target: unknown) =>
    Array.isArray(target) && typeof target[0] === 'number' ? target[0] : target,
  )
  if (inputs.length === 0) return refused({ kind: 'table-empty' })
  if (inputs.length !== targets.length)
    return refused({ kind: 'table-counts', inputs: inputs.length, targets: targets.length })
  const size = Array.isArray(inputs[0]) ? inputs[0].length : 0
  if (inputs.length > MOST_ROWS || size > MOST_COLUMNS)
    return refused({ kind: 'table-too-large', rows: inputs.length, columns: size })
  const numbers = new Float64Array(inputs.length * size)
  for (const [i, row] of inputs.entries()) {
    if (!Array.isArray(row)) return refused({ kind: 'table-shape' })
    if (row.length !== size)
      return refused({ kind: 'table-ragged', row: i + 1, found: row.length, expected: size })
    for (let j = 0; j < size; j++) {
      if (!Number.isFinite(row[j]))
        return refused({ kind: 'table-value', row: i + 1, column: j + 1, received: shown(row[j]) })
      numbers[i * size + j] = row[j] as number
    }
  }
  const names = classNames(targets)
  const wrong = targets.findIndex((target) => names.length === 0 && !Number.isFinite(target))
  if (wrong >= 0) return refused({ kind: 'table-target', row: wrong + 1, received: shown(targets[wrong]) })
  const partOf = part === undefined ? null : partsFrom(part, inputs.length)
  if (partOf !== null && 'kind' in partOf) return refused(partOf)
  const classOf = new Map(names.map((name, i) => [name, i]))
  return Table.of({
    columns: namesFrom(words.columns, size) ?? Array.from({ length: size }, (_, j) => `x${j + 1}`),
    target: typeof words.target === 'string' ? words.target : 'y',
    inputs: numbers,
    targets: Float64Array.from(targets, (target) =>
      names.length > 0 ? classOf.get(target as string)! : Number(target),
    ),
    classes: names,
    partOf,
    name: typeof words.name === 'string' ? words.name : undefined,
  })
}

/** Targets that are words are classes, in the order of their names; numbers are numbers. */
function classNames(targets: readonly unknown[]): string[] {
  if (!targets.every((target) => typeof target === 'string')) return []
  return [...new Set(targets)].sort((a, b) => (a < b ? -1 : 1))
}

function namesFrom(value: unknown, size: number): string[] | null {
  return Array.isArray(value) && value.length === size && value.every((name) => typeof name === 'string')
    ? value
    : null
}

function partsFrom(value: unknown, count: number): Uint8Array | TableProblem {
  if (!Array.isArray(value) || value.length !== count) return { kind: 'table-shape' }
  const unknown = value.findIndex((part) => !PART_NAMES.includes(part))
  if (unknown >= 0) return { kind: 'table-part', row: unknown + 1, received: shown(value[unknown]) }
  return Uint8Array.from(value, (part) => PART_NAMES.indexOf(part))
}

const shown = (value: unknown) =>
  typeof value === 'string' ? value.slice(0, 40) : typeof value === 'object' ? 'object' : String(value)

const refused = (problem: TableProblem): ReadTable => ({ ok: false, problem })
