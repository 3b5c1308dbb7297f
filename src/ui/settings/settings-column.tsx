import { type ReactNode, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { Panel } from '../../domain/settings/settings.ts'
import { rememberedFolds, rememberFolds } from '../../page/preferences.ts'
import type { Messages } from '../../text/messages.ts'
import {
  dataSummary,
  modelSummary,
  optimizerSummary,
  regularizationSummary,
  stoppingSummary,
} from '../../text/panel-summary.ts'
import { Section } from '../kit/section.tsx'
import { useAppState, useText } from '../shared/app-context.tsx'
import { useChanged } from '../shared/use-setting.ts'
import { NextRun } from './next-run.tsx'
import { PanelBody } from './panel-body.tsx'
import { panelSettings } from './panels.ts'
import css from './settings-column.module.css'
import { EarlyStoppingSwitch } from './stopping-panel.tsx'
import { useShownPanels } from './use-shown-panels.ts'

interface Title {
  readonly aside?: ReactNode
  summary(experiment: Experiment, t: Messages): readonly string[]
}

const TITLES: Record<Panel, Title> = {
  data: { summary: dataSummary },
  model: { summary: modelSummary },
  regularization: { summary: regularizationSummary },
  optimizer: { summary: optimizerSummary },
  stopping: { aside: <EarlyStoppingSwitch />, summary: stoppingSummary },
}

/**
 * All settings of the draft, and the name of the next run. Sections that a person folds stay folded on the next visit.
 */
export function SettingsColumn() {
  const t = useText()
  const [folds, setFolds] = useState(rememberedFolds)
  const panels = useShownPanels()
  const toggle = (panel: Panel, open: boolean) => {
    const next = open ? folds.filter((fold) => fold !== panel) : [...folds, panel]
    setFolds(next)
    rememberFolds(next)
  }
  return (
    <aside className={css.rail} aria-label={t.settings}>
      <div className={css.panels} data-sections>
        {panels.map((panel, place) => (
          <PanelSection
            key={panel}
            panel={panel}
            place={place}
            of={panels.length}
            open={!folds.includes(panel)}
            onToggle={(open) => toggle(panel, open)}
          />
        ))}
      </div>
      <NextRun />
    </aside>
  )
}

interface SectionProps {
  readonly panel: Panel
  /** Among the sections, of which there are so many. */
  readonly place: number
  readonly of: number
  readonly open: boolean
  onToggle(open: boolean): void
}

function PanelSection({ panel, ...fold }: SectionProps) {
  const t = useText()
  const { aside, summary } = TITLES[panel]
  // A section whose summary stays is not drawn again with every change of a control.
  const parts = useAppState(useShallow(({ draft }) => summary(draft.experiment, t)))
  return (
    <Section
      title={t.panelTitles[panel]}
      aside={aside}
      summary={parts}
      changed={useChanged(panelSettings(panel))}
      {...fold}
    >
      <PanelBody panel={panel} titled />
    </Section>
  )
}
