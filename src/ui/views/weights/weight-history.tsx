/** How the weights of each layer spread, shrank or went to 0 over the epochs. */
import { WeightRidges } from '../../../charts/network/weight-ridges.tsx'
import type { RunView } from '../../../store/run-view.ts'
import { nearestEpoch } from '../../../store/time-travel/moments.ts'
import { percent, settingNumber, weight, whole } from '../../../text/format.ts'
import { useAppContext, useFit, useText } from '../../shared/app-context.tsx'
import { DataTable } from '../data-table.tsx'
import { useSight } from '../use-sight.ts'
import { layerTitle } from './layer-title.ts'
import css from './weights.module.css'

export function WeightHistory({ run }: { readonly run: RunView }) {
  const t = useText()
  const { fit } = useAppContext()
  // Drawn again when a person goes to another epoch.
  useFit((state) => state.at[run.id])
  const sight = useSight(run.id, { kind: 'weight-history' })
  if (sight === null) return null
  const text = t.inside.weights
  const { layers } = sight.seen
  const epochs = layers[0]?.moments.map(({ epoch }) => epoch) ?? []
  const at = fit.epochOf(run) ?? run.latest?.epoch ?? 0
  return (
    <>
      <p className={css.summary}>{text.historySummary(epochs.length, whole(epochs.at(-1) ?? 0))}</p>
      <ul className={css.layers}>
        {layers.map(({ name, reach, moments }, i) => (
          <li key={name}>
            <h4>
              {layerTitle(i, layers.length, t)}
              <span>{name}</span>
            </h4>
            <div className={css.history}>
              <WeightRidges
                ridges={moments}
                reach={reach}
                shown={nearestEpoch(epochs, at)}
                tick={(value) => settingNumber(Number(value.toPrecision(2)))}
                epoch={whole}
                percent={(share) => percent(share, 0)}
                labels={{ summary: text.historyChart(name, moments.length), nearZero: text.nearZero }}
              />
            </div>
          </li>
        ))}
      </ul>
      <DataTable
        caption={t.inside.views.weights}
        heads={[text.layer, t.inside.penalty.epoch, text.norm, text.zero, text.nearZero]}
        rows={() =>
          layers.flatMap(({ name, moments }) =>
            moments.map(({ epoch, norm, zero, nearZero }) => [
              name,
              whole(epoch),
              weight(norm),
              percent(zero, 2),
              percent(nearZero, 2),
            ]),
          )
        }
      />
    </>
  )
}
