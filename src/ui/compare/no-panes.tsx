/** Stands in the place of a second pane and says how a second run is made. */
import { sameExperiment } from '../../domain/experiment/identity.ts'
import type { RunView } from '../../store/run-view.ts'
import { valueText } from '../../text/run-name.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAppContext, useAppState, useText } from '../shared/app-context.tsx'
import { ComparisonButton } from './comparison-button.tsx'
import css from './no-panes.module.css'

interface Props {
  /** The only run on the charts. */
  readonly run: RunView | undefined
  /** Opens the settings; absent where they are on the page anyway. */
  readonly onSettings?: (() => void) | undefined
}

export function NoPanes({ run, onSettings }: Props) {
  const t = useText()
  const comparison = useAppState(({ draft }) => draft.comparison !== null)
  return (
    <section className={css.empty} data-alone={run === undefined}>
      <h2>{t.panes.empty}</h2>
      {run ? <Beside run={run} onSettings={onSettings} /> : <First />}
      <div className={css.ways}>
        {!comparison && <ComparisonButton label={t.comparisonDialog.open} />}
        <LastTwo />
      </div>
    </section>
  )
}

function First() {
  const t = useText()
  const { app } = useAppContext()
  const comparison = useAppState(({ draft }) => draft.comparison)
  if (!comparison || comparison.entries.length < 2) return <p>{t.panes.first}</p>
  const values = comparison.entries.map(({ value }) => valueText(comparison.setting, value, app.tables, t))
  return <p>{t.panes.comparison(t.panes.listed(values))}</p>
}

function Beside({ run, onSettings }: { run: RunView; onSettings: Props['onSettings'] }) {
  const t = useText()
  const { fork, runBeside } = useActions()
  const changed = useAppState(({ draft }) => !sameExperiment(draft.experiment, run.experiment))
  if (changed)
    return (
      <>
        <p>{t.panes.beside}</p>
        <Button variant="primary" onClick={() => runBeside(run.id)}>
          {t.panes.besideButton}
        </Button>
      </>
    )
  return (
    <>
      <p>{t.panes.fork}</p>
      <Button
        variant="primary"
        onClick={() => {
          fork(run.id)
          onSettings?.()
        }}
      >
        {t.panes.forkButton}
      </Button>
    </>
  )
}

/** Runs that are in the list but not on the charts. */
function LastTwo() {
  const t = useText()
  const { toggleVisible } = useActions()
  const runs = useAppState((state) => state.runs)
  if (runs.length < 2) return null
  const hidden = runs.slice(-2).filter(({ visible }) => !visible)
  return (
    <Button
      variant="outline"
      size="small"
      onClick={() => {
        for (const { id } of hidden) toggleVisible(id)
      }}
    >
      {t.panes.lastTwo}
    </Button>
  )
}
