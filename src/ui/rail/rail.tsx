import { Section } from '../kit/section.tsx'
import { useChanged } from '../knobs/use-knob.ts'
import { useText } from '../lab-context.tsx'
import { DataPanel } from './data-panel.tsx'
import { ModelPanel } from './model/model-panel.tsx'
import { NextRun } from './next-run.tsx'
import { type Panel, panelKnobs } from './panels.ts'
import css from './rail.module.css'
import {
  EarlyStoppingSwitch,
  OptimizerPanel,
  RegularizationPanel,
  StoppingPanel,
} from './training-panels.tsx'

/** All settings of the draft, and what the next run will be called. */
export function Rail() {
  const t = useText()
  return (
    <aside className={css.rail} aria-label={t.settings}>
      <div className={css.panels}>
        <PanelSection panel="data">
          <DataPanel />
        </PanelSection>
        <PanelSection panel="model">
          <ModelPanel />
        </PanelSection>
        <PanelSection panel="regularization">
          <RegularizationPanel />
        </PanelSection>
        <PanelSection panel="optimizer">
          <OptimizerPanel />
        </PanelSection>
        <PanelSection panel="stopping" aside={<EarlyStoppingSwitch />}>
          <StoppingPanel />
        </PanelSection>
      </div>
      <NextRun />
    </aside>
  )
}

function PanelSection({
  panel,
  ...rest
}: {
  panel: Panel
  aside?: React.ReactNode
  children: React.ReactNode
}) {
  const t = useText()
  return <Section title={t.panelTitles[panel]} changed={useChanged(panelKnobs(panel))} {...rest} />
}
