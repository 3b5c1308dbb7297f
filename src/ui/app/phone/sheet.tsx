import { type PointerEvent, useRef, useState } from 'react'
import { PANELS, type Panel } from '../../../domain/settings/settings.ts'
import { Tabs } from '../../kit/tabs.tsx'
import { LiveSwitch } from '../../live/live-switch.tsx'
import { DataPanel } from '../../settings/data-panel.tsx'
import { ModelPanel } from '../../settings/model/model-panel.tsx'
import { NextRun } from '../../settings/next-run.tsx'
import { panelSettings } from '../../settings/panels.ts'
import { OptimizerPanel, RegularizationPanel, StoppingPanel } from '../../settings/training-panels.tsx'
import { useAppState, useText } from '../../shared/app-context.tsx'
import { useChanged } from '../../shared/use-setting.ts'
import css from './sheet.module.css'

/**
 * The heights at which the sheet stops: tabs only, a third of the screen, all of it. The chart stays visible at the
 * first two.
 */
const STOPS = ['tabs', 'half', 'full'] as const
type Stop = (typeof STOPS)[number]
/** Pointer travel that moves the sheet by one stop, in pixels. */
const TRAVEL = 40

export function Sheet() {
  const t = useText()
  const [panel, setPanel] = useState<Panel>('data')
  const [stop, setStop] = useState<Stop>('tabs')
  const from = useRef<number | null>(null)
  const moveBy = (steps: number) => {
    const at = STOPS.indexOf(stop) + steps
    setStop(STOPS[Math.max(0, Math.min(STOPS.length - 1, at))]!)
  }
  const onPointerUp = (event: PointerEvent) => {
    const travel = from.current === null ? 0 : from.current - event.clientY
    from.current = null
    if (Math.abs(travel) >= TRAVEL) moveBy(Math.sign(travel))
    else setStop(stop === 'tabs' ? 'half' : stop === 'half' ? 'full' : 'tabs')
  }
  const isLive = useAppState(({ live }) => live !== null)
  const changed: Record<Panel, boolean> = {
    data: useChanged(panelSettings('data')),
    model: useChanged(panelSettings('model')),
    regularization: useChanged(panelSettings('regularization')),
    optimizer: useChanged(panelSettings('optimizer')),
    stopping: useChanged(panelSettings('stopping')),
  }
  const choose = (next: Panel) => {
    setPanel(next)
    if (stop === 'tabs') setStop('half')
  }
  return (
    <aside className={css.sheet} data-stop={stop} aria-label={t.settings}>
      <button
        type="button"
        className={css.handle}
        aria-label={t.settings}
        aria-expanded={stop !== 'tabs'}
        onPointerDown={(event) => {
          from.current = event.clientY
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerUp={onPointerUp}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp' || event.key === 'Enter') moveBy(1)
          if (event.key === 'ArrowDown' || event.key === 'Escape') moveBy(-1)
        }}
      />
      <div className={css.tabs}>
        <Tabs
          id="settings"
          label={t.settings}
          value={panel}
          options={PANELS.map((value) => ({ value, label: t.panels[value], changed: changed[value] }))}
          onChange={choose}
        />
      </div>
      <div
        className={css.body}
        role="tabpanel"
        id={`settings-panel-${panel}`}
        aria-labelledby={`settings-tab-${panel}`}
      >
        <PanelBody panel={panel} />
      </div>
      <div>
        {!isLive && (
          <div className={css.live}>
            <LiveSwitch />
          </div>
        )}
        <NextRun />
      </div>
    </aside>
  )
}

function PanelBody({ panel }: { panel: Panel }) {
  switch (panel) {
    case 'data':
      return <DataPanel />
    case 'model':
      return <ModelPanel />
    case 'regularization':
      return <RegularizationPanel />
    case 'optimizer':
      return <OptimizerPanel />
    case 'stopping':
      return <StoppingPanel withSwitch />
    default:
      return panel satisfies never
  }
}
