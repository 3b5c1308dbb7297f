/** Numbers: predicted against true ones, what is left over, and the forecast of a series. */
import { useMemo } from 'react'
import { AgreementPlot } from '../../../charts/model/agreement-plot.tsx'
import { ForecastPlot } from '../../../charts/model/forecast-plot.tsx'
import { ResidualPlot } from '../../../charts/model/residual-plot.tsx'
import { placesInTime } from '../../../domain/data/sample-orders.ts'
import { agreement, residuals } from '../../../domain/predictions/agreement.ts'
import { loss, rSquared, settingNumber, whole } from '../../../text/format.ts'
import { useText } from '../../shared/app-context.tsx'
import { DataTable } from '../data-table.tsx'
import type { Answered } from './answered.ts'
import css from './predictions.module.css'

const IN_TABLE = 500

export function NumberPredictions({ experiment, set, samples, outputs, part }: Answered) {
  const t = useText()
  const text = t.inside.predictions
  const truth = useMemo(() => Float32Array.from(samples.targets), [samples])
  const left = useMemo(() => outputs && residuals(samples.targets, outputs), [samples, outputs])
  const isSeries = set.kind === 'stored' && set.order === 'series'
  if (outputs === null || left === null) return <p className={css.hint}>{t.fit.nothingYet}</p>
  const { r2, rmse } = agreement(samples.targets, outputs)
  const of = text.of(outputs.length, samples.count)
  return (
    <>
      <p className={css.summary}>{text.fits(rSquared(r2), loss(rmse), of)}</p>
      <div className={css.blocks}>
        {isSeries && <Forecast {...{ experiment, part }} truth={truth} outputs={outputs} />}
        <section className={css.block} aria-label={text.agreement}>
          <h4>{text.agreement}</h4>
          <div className={css.square}>
            <AgreementPlot
              truth={truth}
              predicted={outputs}
              part={part}
              labels={{ truth: t.fit.trueValue, predicted: t.fit.predicted, summary: t.fit.agreement }}
              tick={settingNumber}
            />
          </div>
        </section>
        <section className={css.block} aria-label={text.residuals}>
          <h4>{text.residuals}</h4>
          <div className={css.square}>
            <ResidualPlot
              predicted={outputs}
              residuals={left}
              part={part}
              labels={{ x: text.predicted, y: text.residual, summary: text.residualsLabel }}
              tick={settingNumber}
            />
          </div>
        </section>
      </div>
      <DataTable
        caption={text.residuals}
        heads={[text.sample, text.truth, text.predicted, text.residual]}
        rows={() =>
          Array.from(outputs.subarray(0, IN_TABLE), (value, i) => [
            whole(i + 1),
            loss(samples.targets[i]!),
            loss(value),
            loss(left[i]!),
          ])
        }
      />
    </>
  )
}

interface ForecastProps extends Pick<Answered, 'experiment' | 'part'> {
  readonly truth: Float32Array
  readonly outputs: Float32Array
}

function Forecast({ experiment, part, truth, outputs }: ForecastProps) {
  const t = useText()
  const text = t.inside.predictions
  const ordered = useMemo(() => {
    const places = placesInTime(experiment, part).slice(0, outputs.length)
    const order = [...places.keys()].sort((a, b) => places[a]! - places[b]!)
    const inOrder = (values: Float32Array) => Float64Array.from(order, (i) => values[i]!)
    return { truth: inOrder(truth), predicted: inOrder(outputs) }
  }, [experiment, part, truth, outputs])
  return (
    <section className={css.block} data-wide aria-label={text.forecast}>
      <div className={css.blockHead}>
        <h4>{text.forecast}</h4>
        <span className={css.key} data-part={part}>
          <i aria-hidden /> {text.truthLine} <b aria-hidden /> {text.forecastLine}
        </span>
      </div>
      <div className={css.series}>
        <ForecastPlot {...ordered} part={part} summary={text.forecastLabel} tick={settingNumber} />
      </div>
    </section>
  )
}
