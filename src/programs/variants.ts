/**
 * A function of a script that many experiments share. Settings that it reads from `config` make no difference to its
 * text; where others make one, it is written once for each text and chosen by the values that decide.
 */
import { type CodeLine, indented, line } from './lines.ts'

export interface Run {
  /** The values of the axes, as Python writes them. */
  readonly values: readonly string[]
  readonly body: readonly CodeLine[]
}

/** `axes` are expressions in the order of `values`. */
export function functionOf(
  name: string,
  parameters: string,
  axes: readonly string[],
  runs: readonly Run[],
): CodeLine[] {
  const bodies = new Map<string, readonly CodeLine[]>()
  for (const { body } of runs) bodies.set(textOfBody(body), body)
  const texts = [...bodies.keys()]
  const define = (as: string, body: readonly CodeLine[]) => [
    line(`def ${as}(${parameters}):`),
    ...indented(compact(body)),
    line(''),
    line(''),
  ]
  if (texts.length === 1) return define(name, runs[0]!.body)
  const deciding = decidingAxes(axes.length, runs)
  const chosen = new Map(
    runs.map(({ values, body }) => [
      tuple(deciding.map((axis) => values[axis]!)),
      `${name}_${texts.indexOf(textOfBody(body)) + 1}`,
    ]),
  )
  return [
    ...[...bodies.values()].flatMap((body, i) => define(`${name}_${i + 1}`, body)),
    line(`def ${name}(${parameters}):`),
    line('    written = {'),
    ...[...chosen].map(([key, as]) => line(`        ${key}: ${as},`)),
    line(`    }[${tuple(deciding.map((axis) => axes[axis]!))}]`),
    line(`    return written(${parameters})`),
    line(''),
    line(''),
  ]
}

const textOfBody = (body: readonly CodeLine[]) => body.map(({ text }) => text).join('\n')

const tuple = (values: readonly string[]) => (values.length === 1 ? values[0]! : `(${values.join(', ')})`)

/** The smallest set of axes whose values decide which text applies. */
function decidingAxes(axes: number, runs: readonly Run[]): number[] {
  const single = Array.from({ length: axes }, (_, axis) => axis).find((axis) => {
    const seen = new Map<string, string>()
    return runs.every(({ values, body }) => {
      const text = textOfBody(body)
      const before = seen.get(values[axis]!)
      seen.set(values[axis]!, text)
      return before === undefined || before === text
    })
  })
  return single === undefined ? Array.from({ length: axes }, (_, axis) => axis) : [single]
}

/** Leaves at most one empty line in a row and none at either end, because the text is inside a function. */
function compact(body: readonly CodeLine[]): CodeLine[] {
  const rows = body.filter(({ text }, i) => text !== '' || (i > 0 && body[i - 1]!.text !== ''))
  return rows.at(-1)?.text === '' ? rows.slice(0, -1) : rows
}
