import { useId } from 'react'
import type { PaneView } from '../../domain/link/page-keys.ts'
import type { RunView } from '../../store/run-view.ts'
import { settingNumber } from '../../text/format.ts'
import { shortName } from '../../text/run-name.ts'
import { useText } from '../shared/app-context.tsx'
import { useConstantLevel } from '../shared/reference-lines.ts'
import { isOverEpochs, ModelView } from './model-view.tsx'
import { PaneChart } from './pane-chart.tsx'
import { PaneFoot } from './pane-foot.tsx'
import { stateText } from './pane-state.ts'
import css from './panes.module.css'
import type { Shared } from './use-shared.ts'

interface Props {
  readonly letter: string
  readonly run: RunView
  readonly shared: Shared
  /** The model is shown beside the loss instead of below it. */
  readonly beside: boolean
  /** The run has a learning rate of its own, which the pane's heading states. */
  readonly rate: boolean
  readonly view: PaneView
  onView(view: PaneView): void
}

export function Pane({ letter, run, shared, beside, rate, view, onView }: Props) {
  const t = useText()
  const id = useId()
  const name = shortName(run, t)
  const constant = useConstantLevel()
  const state = stateText(run, constant(run.experiment)?.loss ?? null, t)
  // The numbers of the x axis are written under the lowest chart over epochs; a view of what the network
  // learned has no such axis.
  const foot = beside || !isOverEpochs(view)
  return (
    <section className={css.pane} aria-labelledby={id} data-view={view}>
      <header className={css.head}>
        <span className={css.letter} aria-hidden>
          {letter}
        </span>
        <h2 id={id} className={css.name} title={name} aria-label={t.panes.pane(letter, name)}>
          {name}
        </h2>
        {rate && (
          <span className={css.ownRate}>
            {t.comparisonDialog.rate(settingNumber(run.experiment.optimizer.learningRate))}
          </span>
        )}
        <p className={css.state} title={state}>
          {state}
        </p>
      </header>
      <div className={css.loss}>
        <PaneChart measure="loss" run={run} shared={shared} xAxis={foot} />
      </div>
      <ModelView letter={letter} run={run} shared={shared} view={view} onView={onView} />
      <PaneFoot run={run} view={view} />
    </section>
  )
}
