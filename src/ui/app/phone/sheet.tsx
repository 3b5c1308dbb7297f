import { ChevronLeft } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { type Panel, SETTINGS, type SettingKey } from '../../../domain/settings/settings.ts'
import { BottomSheet, type Stop } from '../../kit/bottom-sheet.tsx'
import { Button } from '../../kit/button.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { LiveSwitch } from '../../live/live-switch.tsx'
import { NextRun } from '../../settings/next-run.tsx'
import { PanelBody } from '../../settings/panel-body.tsx'
import { panelSettings } from '../../settings/panels.ts'
import { useShownPanels } from '../../settings/use-shown-panels.ts'
import { useAppState, useText } from '../../shared/app-context.tsx'
import { revealControl } from '../../shared/reveal-control.ts'
import { useChanged } from '../../shared/use-setting.ts'
import css from './sheet.module.css'

interface Props {
  /** The setting that is meant, where the sheet was opened for one. */
  readonly reveal?: SettingKey | undefined
  /** Opens the sheet, and leads back to where it was opened from. */
  readonly onBack?: (() => void) | undefined
}

/** The settings, a panel at a time. The chart stays visible but at the sheet's full height. */
export function Sheet({ reveal, onBack }: Props) {
  const t = useText()
  const [chosen, setPanel] = useState<Panel>(reveal ? SETTINGS[reveal].panel : 'data')
  const panels = useShownPanels()
  const panel = panels.includes(chosen) ? chosen : panels[0]!
  const [stop, setStop] = useState<Stop>(onBack ? 'half' : 'head')
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (reveal) revealControl(reveal, body.current!)
  }, [reveal])
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
    if (stop === 'head') setStop('half')
  }
  return (
    <BottomSheet label={t.settings} stop={stop} onStop={setStop}>
      {onBack && (
        <div className={css.back}>
          <Button variant="plain" icon={<ChevronLeft aria-hidden />} onClick={onBack}>
            {t.lesson.back}
          </Button>
        </div>
      )}
      <div className={css.tabs}>
        <Tabs
          id="settings"
          label={t.settings}
          value={panel}
          options={panels.map((value) => ({ value, label: t.panels[value], changed: changed[value] }))}
          onChange={choose}
        />
      </div>
      <div className={css.content}>
        <div
          ref={body}
          className={css.body}
          role="tabpanel"
          id={`settings-panel-${panel}`}
          aria-labelledby={`settings-tab-${panel}`}
        >
          <PanelBody panel={panel} titled={false} />
        </div>
        <div className={css.foot}>
          {!isLive && (
            <div className={css.live}>
              <LiveSwitch />
            </div>
          )}
          <NextRun />
        </div>
      </div>
    </BottomSheet>
  )
}
