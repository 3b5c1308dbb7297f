import { percent } from '../../text/format.ts'
import { Segmented } from '../kit/segmented.tsx'
import { useSweeps, useText } from '../shared/app-context.tsx'

export type View = 'runs' | 'panes' | 'sweep'

/** Switches between the page's views. While a sweep is running, its progress shows on the switch in either view. */
export function ViewSwitch({ view, onChange }: { view: View; onChange(view: View): void }) {
  const t = useText()
  const done = useSweeps(({ status, runs, total }) =>
    status === 'running' && total > 0 ? percent(runs.length / total, 0) : null,
  )
  return (
    <Segmented
      hideLabel
      size="small"
      label={t.sweepControls.view}
      value={view}
      options={[
        { value: 'runs', label: t.sweepControls.runs },
        { value: 'panes', label: t.panes.name },
        { value: 'sweep', label: done === null ? t.sweepControls.sweep : t.sweepControls.going(done) },
      ]}
      onChange={onChange}
    />
  )
}
