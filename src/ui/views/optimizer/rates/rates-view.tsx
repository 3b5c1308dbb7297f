/** How the optimizer of a run divides the learning rate among its weights, over epochs. */
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { RatesChart } from '../../../../charts/paths/rates-chart.tsx'
import { networkLayers } from '../../../../domain/network/network.ts'
import { effectiveRate } from '../../../../domain/training/update-rules.ts'
import { effectiveRatesOf } from '../../../../store/effective-rates.ts'
import { isInProgress, type RunView } from '../../../../store/run-view.ts'
import { loss, ratio, settingNumber, weight, whole } from '../../../../text/format.ts'
import { optimizerNames } from '../../../../text/names.ts'
import { Button } from '../../../kit/button.tsx'
import { ChipSelect } from '../../../kit/chip-select.tsx'
import { Info } from '../../../kit/info.tsx'
import { ProgressBar } from '../../../kit/progress-bar.tsx'
import { useAllText, useAppContext } from '../../../shared/app-context.tsx'
import { DataTable } from '../../data-table.tsx'
import css from './rates.module.css'

interface Props {
  readonly run: RunView | undefined
  readonly large: boolean
}

export function RatesView({ run, large }: Props) {
  const t = useAllText()
  const { app } = useAppContext()
  const rates = effectiveRatesOf(app)
  // Also before a run is started: it is then measured from its first epoch on.
  useEffect(() => rates.watch(), [rates])
  if (!run) return <p className={css.hint}>{t.paths.rates.none}</p>
  const { kind } = run.experiment.optimizer
  if (effectiveRate(kind) === null)
    return <p className={css.hint}>{t.paths.rates.one(optimizerNames[kind])}</p>
  return <Rates key={run.id} run={run} large={large} />
}

function Rates({ run, large }: { readonly run: RunView; readonly large: boolean }) {
  const t = useAllText()
  const text = t.paths.rates
  const { app } = useAppContext()
  const rates = effectiveRatesOf(app)
  const measured = useStore(rates.store, (all) => all[run.id])
  const [layer, setLayer] = useState<number | null>(null)
  const layers = networkLayers(run.experiment)
  const points = (measured?.epochs ?? []).map(({ epoch, learningRate, layers: byLayer, all }) => ({
    epoch,
    learningRate,
    quantiles: layer === null ? all : byLayer[layer]!,
  }))
  const [first, last] = [points[0], points.at(-1)]
  const name = optimizerNames[run.experiment.optimizer.kind]
  return (
    <div className={css.rates} data-large={large}>
      <div className={css.head}>
        <ChipSelect
          label={text.of}
          shown={layer === null ? text.all : layers[layer]!.name}
          title={text.of}
          value={String(layer)}
          onChange={(value) => setLayer(value === 'null' ? null : Number(value))}
        >
          <option value="null">{text.all}</option>
          {layers.map((one, i) => (
            <option key={one.name} value={i}>
              {one.name}
            </option>
          ))}
        </ChipSelect>
        <Info label={t.inside.about} sentences={text.about} />
      </div>
      {first && last ? (
        <>
          <p className={css.summary}>
            {text.summary(
              name,
              whole(last.epoch),
              loss(last.quantiles[2]!),
              ratio(last.quantiles[4]! / last.quantiles[0]!),
            )}
            {first.epoch > 1 && ` ${text.from(whole(first.epoch))}`}
          </p>
          <div className={css.chart}>
            <RatesChart
              points={points}
              until={Math.max(
                last.epoch,
                isInProgress(run) ? run.experiment.training.epochs : (run.latest?.epoch ?? 0),
              )}
              labels={{
                summary: text.label,
                tick: settingNumber,
                epoch: whole,
                epochs: text.epoch,
                median: text.median,
                half: text.half,
                most: text.most,
                learningRate: text.rate,
              }}
            />
          </div>
          <DataTable
            caption={t.paths.parts.rates}
            heads={[text.epoch, text.rate, '5%', '25%', text.median, '75%', '95%']}
            rows={() =>
              points.map(({ epoch, learningRate, quantiles }) => [
                whole(epoch),
                settingNumber(learningRate),
                ...quantiles.map(weight),
              ])
            }
          />
        </>
      ) : (
        measured?.again == null && (
          <p className={css.hint}>{isInProgress(run) ? text.waiting : text.missed}</p>
        )
      )}
      <Again run={run} />
    </div>
  )
}

/** Trains an ended run again to measure it, where it was not measured from its beginning. */
function Again({ run }: { readonly run: RunView }) {
  const t = useAllText()
  const text = t.paths.rates
  const { app } = useAppContext()
  const rates = effectiveRatesOf(app)
  const measured = useStore(rates.store, (all) => all[run.id])
  const again = measured?.again ?? null
  if (isInProgress(run) || run.latest === null) return null
  if (again !== null && 'epoch' in again)
    return (
      <div className={css.again}>
        <p className={css.hint}>{text.measuring(whole(again.epoch), whole(run.latest.epoch))}</p>
        <ProgressBar label={text.measure} value={again.epoch} max={run.latest.epoch} />
      </div>
    )
  // A branch cannot be trained again from its seeds: it began from the weights of another run.
  if (run.branch !== undefined || measured?.epochs[0]?.epoch === 1) return null
  return (
    <div className={css.again}>
      {again !== null && <p className={css.hint}>{text.failed}</p>}
      <Button variant="outline" size="small" onClick={() => void rates.trainAgain(run.id)}>
        {text.measure}
      </Button>
    </div>
  )
}
