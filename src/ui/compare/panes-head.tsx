/** The strip above the panes: how their runs differ, and which view they all show below the loss. */

import { ChevronDown } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { dataSet } from '../../domain/data/registry.ts'
import type { DataSet } from '../../domain/data-sets/data-set.ts'
import { experimentKey } from '../../domain/experiment/identity.ts'
import type { PaneView } from '../../domain/link/page-keys.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import { isInProgress, type RunView } from '../../store/run-view.ts'
import { panesText } from '../../text/panes-text.ts'
import { Button } from '../kit/button.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { useMedia } from '../shared/use-page.ts'
import { useSteady } from '../shared/use-steady.ts'
import { isRegularized, penaltyTitle } from '../views/penalty/is-regularized.ts'
import model from './model-view.module.css'
import { paneViews, viewNames } from './model-view.tsx'
import css from './panes-head.module.css'
import { OtherRates } from './rates-block.tsx'

interface Props {
  readonly lead: ReactNode
  readonly runs: readonly RunView[]
  /** From this number of panes on, all show the same view. */
  onModel(): void
  /** Opens the settings; absent where they are on the page anyway. */
  readonly onSettings?: (() => void) | undefined
}

export function PanesHead({ lead, runs, onModel, onSettings }: Props) {
  const t = useText()
  const { look, runTogether } = useActions()
  const data = useAppState(({ draft }) => runs[0]?.experiment.data ?? draft.experiment.data)
  // For runs of the comparison that is in the draft, the Run button does the same.
  const together = useAppState(
    ({ draft }) => draft.comparison === null || draft.comparison.setting !== comparedIn(runs),
  )
  return (
    <div className={css.strip}>
      {lead}
      <Difference runs={runs} />
      <Model
        task={dataSet(data).task}
        runs={runs}
        onChange={(next) => {
          look({ pane: next })
          onModel()
        }}
      />
      {runs.length > 1 && together && (
        <Button variant="outline" size="small" disabled={runs.some(isInProgress)} onClick={runTogether}>
          {t.comparisonDialog.together}
        </Button>
      )}
      <OtherRates />
      {onSettings && (
        <Button variant="outline" size="small" onClick={onSettings}>
          {t.panes.change}
        </Button>
      )}
    </div>
  )
}

interface ModelProps {
  readonly task: DataSet['task']
  readonly runs: readonly RunView[]
  onChange(view: PaneView): void
}

/** Chooses the view for all panes at once. In a row the choices need a wide page. */
function Model({ task, runs, onChange }: ModelProps) {
  const t = useText()
  const pane = useAppState(({ view }) => view.pane)
  const narrow = useMedia('(max-width: 1439px)')
  const regularized = runs.find(({ experiment }) => isRegularized(experiment))
  const names = viewNames(task, t)
  if (regularized) names.penalty = penaltyTitle(regularized.experiment, t)
  const views = paneViews(runs, pane)
  if (!narrow)
    return (
      <Segmented
        hideLabel
        size="small"
        label={t.panes.model}
        value={pane}
        options={views.map((value) => ({ value, label: names[value] }))}
        onChange={onChange}
      />
    )
  return (
    <span className={model.choice}>
      <select
        aria-label={t.panes.model}
        value={pane}
        onChange={({ target }) => onChange(target.value as PaneView)}
      >
        {views.map((value) => (
          <option key={value} value={value}>
            {names[value]}
          </option>
        ))}
      </select>
      <ChevronDown size={13} strokeWidth={1.5} aria-hidden />
    </span>
  )
}

function Difference({ runs }: Pick<Props, 'runs'>) {
  const t = useText()
  const compared = comparedIn(runs)
  const experiments = useSteady(
    runs.map(({ experiment }) => experiment),
    runs.map(({ experiment }) => experimentKey(experiment)).join(),
  )
  const text = useMemo(
    () => (experiments.length < 2 ? null : panesText(experiments, t, compared)),
    [experiments, compared, t],
  )
  if (!text) return <div className={css.difference} />
  const whole = [text.lead, text.differences, text.rest].filter((part) => part !== '').join(t.panes.dot)
  return (
    <p className={css.difference} title={whole}>
      <strong>{text.lead}</strong> <span>{text.differences}</span> <small>{text.rest}</small>
    </p>
  )
}

/** The setting that the runs' common comparison varies; null where they were not started by one comparison. */
function comparedIn(runs: readonly RunView[]): SettingKey | null {
  const [setting = null, ...others] = new Set(runs.map(({ lineupValue }) => lineupValue?.key ?? null))
  return others.length === 0 ? setting : null
}
