/** The view of sweeps: the form is at the right, the result in the middle. */
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { presetScene } from '../../domain/link/scene.ts'
import type { Sweep } from '../../domain/sweep/sweep.ts'
import { type Metric, needsTest } from '../../domain/sweep/sweep-run.ts'
import { Button } from '../kit/button.tsx'
import { useAllText, useAppContext, useAppState, useSweeps } from '../shared/app-context.tsx'
import { FileChooser } from '../shared/file-chooser.tsx'
import { axisDraft, draftOf, readDraft, type SweepDraft } from '../shared/sweep-draft.ts'
import { ReadyList } from './ready-list.tsx'
import css from './sweep.module.css'
import { SweepForm } from './sweep-form.tsx'
import { SweepProgress } from './sweep-progress.tsx'
import { SweepResult } from './sweep-result.tsx'
import { useLentSettings } from './use-lent-settings.ts'

interface Props {
  /** The switch between the page's views. */
  readonly lead: ReactNode
  /** Turns to the runs, where an opened experiment is shown. */
  readonly onLeave: () => void
  /**
   * Is called with the sweep that the button at the top, and the space bar, would start: null while the form describes
   * none.
   */
  readonly onForm: (sweep: Sweep | null) => void
}

/** A sweep that was opened from a file fills the form. */
export default function SweepView(props: Props) {
  const opened = useSweeps((state) => state.opened)
  return <AppContext key={opened} {...props} />
}

function AppContext({ lead, onLeave, onForm }: Props) {
  const t = useAllText()
  const { sweeps } = useAppContext()
  const base = useAppState((state) => state.draft.experiment)
  const sweep = useSweeps((state) => state.sweep)
  const [draft, setDraft] = useState<SweepDraft>(() => firstDraft(sweep))
  const metric = useSweeps((state) => state.metric)
  const shown: Metric = needsTest(metric) && !sweep?.test ? 'validation-last' : metric

  const lent = useLentSettings(draft, setDraft)
  const read = useMemo(() => readDraft(base, draft), [base, draft])
  useEffect(() => {
    onForm(read.sweep)
    return () => onForm(null)
  }, [onForm, read])

  return (
    <div className={css.view}>
      <main className={css.main}>
        <div className={css.head}>
          {lead}
          {sweep && <SweepProgress form={read.sweep} />}
        </div>
        {sweep ? (
          <SweepResult sweep={sweep} metric={shown} onMetric={sweeps.setMetric} onLeave={onLeave} />
        ) : (
          <div className={css.empty}>
            <p>{t.sweep.empty}</p>
            <p>{t.sweep.emptyHint}</p>
            <FileChooser>
              {(choose) => (
                <Button variant="plain" size="small" onClick={choose}>
                  {t.home.openSweep}
                </Button>
              )}
            </FileChooser>
          </div>
        )}
      </main>
      <aside className={css.aside} aria-label={t.sweep.title}>
        <SweepForm base={base} draft={draft} read={read} onChange={setDraft}>
          <ReadyList own={lent.own} chosen={lent.chosen} onChoose={lent.choose} onGiveBack={lent.giveBack} />
        </SweepForm>
      </aside>
    </div>
  )
}

/** The form begins as the last sweep was, else with a sweep of capacity. */
function firstDraft(sweep: Sweep | null): SweepDraft {
  if (sweep) return draftOf(sweep)
  const { experiment } = presetScene('overfitting')
  return { axes: [axisDraft(experiment, 'width')], seeds: 6, varies: 'all', test: false }
}
