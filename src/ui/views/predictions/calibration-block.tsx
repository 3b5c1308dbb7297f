import { useMemo } from 'react'
import { CalibrationPlot } from '../../../charts/model/calibration-plot.tsx'
import type { Part } from '../../../domain/experiment/experiment.ts'
import { type CalibrationBin, calibration } from '../../../domain/predictions/calibration.ts'
import type { Classified } from '../../../domain/predictions/confusion.ts'
import { percent, whole } from '../../../text/format.ts'
import { useText } from '../../shared/app-context.tsx'
import { DataTable } from '../data-table.tsx'
import css from './predictions.module.css'

export function CalibrationBlock({
  all,
  part,
}: {
  readonly all: readonly Classified[]
  readonly part: Part
}) {
  const t = useText()
  const text = t.inside.predictions
  const { bins, error } = useMemo(() => calibration(all), [all])
  const numbers = ({ confidence, right, count }: CalibrationBin) => [
    percent(confidence),
    percent(right),
    whole(count),
  ]
  return (
    <section className={css.block} aria-label={text.calibration}>
      <div className={css.blockHead}>
        <h4>{text.calibration}</h4>
        <span className={css.hint}>{text.ece(percent(error))}</span>
      </div>
      <div className={css.square}>
        <CalibrationPlot
          bins={bins}
          part={part}
          labels={{ x: text.sure, y: text.right, summary: text.calibrationLabel }}
          tick={(share) => percent(share, 0)}
          describe={(bin) => {
            const [sure, right, count] = numbers(bin)
            return `${text.sure} ${sure}, ${text.right} ${right}, ${text.inBin} ${count}`
          }}
        />
      </div>
      <DataTable
        caption={text.calibration}
        heads={[text.sure, text.right, text.inBin]}
        rows={() => bins.filter(({ count }) => count > 0).map(numbers)}
      />
    </section>
  )
}
