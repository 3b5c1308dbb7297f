/** The gradients of one epoch, weight by weight, beside the units that have gone silent or saturated. */
import { GradientHistograms } from '../../charts/layers/gradient-histograms.tsx'
import { binStart, GRADIENT_BINS } from '../../domain/run/gradient-bins.ts'
import type { RunView } from '../../store/run-view.ts'
import { decade, percent, scientific, whole } from '../../text/format.ts'
import { useAppContext, useText } from '../shared/app-context.tsx'
import { DataTable } from './data-table.tsx'
import { useLastSights, useSight } from './use-sight.ts'
import css from './views.module.css'
import { layerTitle } from './weights/layer-title.ts'

const LOOK = { kind: 'gradients' } as const

interface Props {
  readonly run: RunView
  /** The runs that stand beside each other on one axis, this one included. */
  readonly beside: readonly Pick<RunView, 'id'>[]
}

export function GradientSpread({ run, beside }: Props) {
  const t = useText()
  const { app } = useAppContext()
  const sight = useSight(run.id, LOOK)
  const all = useLastSights(beside, LOOK)
  if (sight === null) return null
  const text = t.gradients.spread
  const { layers, samples } = sight.seen
  const row = sight.epoch === 0 ? run.start : (app.row(run.id, sight.epoch) ?? undefined)
  const titleOf = (i: number) => layerTitle(i, layers.length, t)
  const inactive = (i: number) => row?.inactive?.[i]
  return (
    <section className={css.fit} aria-label={text.title}>
      <div className={css.fitHead}>
        <h3>{text.title}</h3>
        <span className={css.hint}>{text.of(whole(sight.epoch), whole(samples))}</span>
      </div>
      <GradientHistograms
        layers={layers.map(({ counts, rms, zero }, i) => ({
          title: titleOf(i),
          counts,
          rms,
          notes: [
            ...((inactive(i) ?? 0) > 0 ? [text.inactive(percent(inactive(i)!, 0))] : []),
            ...(zero > 0 ? [text.zero(percent(zero, 0))] : []),
          ],
        }))}
        onAxis={all.flatMap((one) => one?.seen.layers.map(({ counts }) => counts) ?? [])}
        start={binStart}
        perDecade={GRADIENT_BINS.perDecade}
        labels={{ tick: decade, value: scientific, summary: text.summary(layers.length) }}
      />
      <DataTable
        caption={text.title}
        heads={[t.inside.weights.layer, t.inside.network.gradient, text.zeroHead, text.inactiveHead]}
        rows={() =>
          layers.map(({ rms, zero }, i) => {
            const share = inactive(i)
            return [titleOf(i), scientific(rms), percent(zero), share === undefined ? '–' : percent(share)]
          })
        }
      />
    </section>
  )
}
