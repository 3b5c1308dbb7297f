import { memo, useDeferredValue, useMemo } from 'react'
import { GradientChart } from '../../charts/gradient-chart.tsx'
import { thin } from '../../domain/curve.ts'
import type { RunView } from '../../store/run-view.ts'
import { setting } from '../../text/format.ts'
import { useRoom, useText } from '../lab-context.tsx'
import css from './side.module.css'
import { useFocusedRun } from './status-block.tsx'

/** Points of a line: the picture is as wide as the column. */
const POINTS = 120

/** Whether every layer hears what the output learns from. */
export function GradientView() {
  const run = useDeferredValue(useFocusedRun())
  // One layer has nothing to be compared with.
  if (!run?.latest || run.latest.gradients.length < 2) return null
  return <Gradients run={run} />
}

const Gradients = memo(function Gradients({ run }: { readonly run: RunView }) {
  const t = useText()
  const { lab } = useRoom()
  const rows = useMemo(() => thin(lab.outline(run), POINTS), [lab, run])
  return (
    <section className={css.fit} aria-label={t.gradients.title}>
      <div className={css.fitHead}>
        <h3>{t.gradients.title}</h3>
        <span className={css.hint}>{t.gradients.unit}</span>
      </div>
      <GradientChart
        rows={rows}
        label={t.gradients.label(run.latest!.gradients.length)}
        tick={setting}
        layer={t.gradients.layer}
      />
    </section>
  )
})
