import { pointAt } from '../../../../domain/optimizer-paths/paths.ts'
import { settingNumber, whole } from '../../../../text/format.ts'
import { useAllText } from '../../../shared/app-context.tsx'
import { DataTable } from '../../data-table.tsx'
import type { ShownTrail } from './shown-trail.ts'

interface Props {
  readonly trails: readonly ShownTrail[]
  readonly step: number
  number(value: number): string
}

/** Where each optimizer is at a step. */
export function PathTable({ trails, step, number }: Props) {
  const t = useAllText()
  const { table, gone, step: word } = t.paths
  const rows = () =>
    trails.map(({ path, name }) => {
      const rate = settingNumber(path.optimizer.learningRate)
      if (step > path.last) return [name, rate, gone, '–', '–', '–']
      const row = (values: Float64Array) =>
        values.subarray(step * path.dimensions, (step + 1) * path.dimensions)
      return [
        name,
        rate,
        pointAt(path, step).map(number).join(', '),
        number(path.losses[step]!),
        number(Math.hypot(...row(path.gradients))),
        step === 0 ? '–' : Array.from(row(path.rates), number).join(', '),
      ]
    })
  return (
    <DataTable
      caption={`${t.paths.parts.surfaces}: ${word} ${whole(step)}`.trim()}
      heads={[table.optimizer, table.rate, table.point, table.loss, table.gradient, table.effective]}
      rows={rows}
    />
  )
}
