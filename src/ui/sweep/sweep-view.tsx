/** The view of sweeps: the form is at the right, the result in the middle. */
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { presetScene } from '../../domain/link/scene.ts'
import type { AxisKey, Sweep } from '../../domain/sweep/sweep.ts'
import { type Metric, needsTest } from '../../domain/sweep/sweep-run.ts'
import { Button } from '../kit/button.tsx'
import { useAllText, useAppContext, useAppState, useSweeps } from '../shared/app-context.tsx'
import { FileChooser } from '../shared/file-chooser.tsx'
import { axisDraft, draftOf, readDraft, type SweepDraft } from '../shared/sweep-draft.ts'
import { useAxisKeys } from '../shared/use-axis-keys.ts'
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
  const keys = useAxisKeys()
  return <SweepPage key={`${opened} ${keys.join()}`} {...props} />
}

function SweepPage({ lead, onLeave, onForm }: Props) {
  const t = useAllText()
  const { sweeps } = useAppContext()
  const base = useAppState((state) => state.draft.experiment)
  const sweep = useSweeps((state) => state.sweep)
  const keys = useAxisKeys()
  const [draft, setDraft] = useState<SweepDraft>(() => firstDraft(sweep, keys))
  const metric = useSweeps((state) => state.metric)
  const shown: Metric = needsTest(metric) && !sweep?.test ? 'validation-last' : metric

  const lent = useLentSettings(draft, setDraft)
  const read = useMemo(() => readDraft(base, draft), [base, draft])
  const form = keys.length > 0 ? read.sweep : null
  useEffect(() => {
    onForm(form)
    return () => onForm(null)
  }, [onForm, form])

  return (
    <div className={css.view}>
      <main className={css.main}>
        <div className={css.head}>
          {lead}
          {sweep && <SweepProgress form={form} />}
        </div>
        {sweep ? (
          <SweepResult sweep={sweep} metric={shown} onMetric={sweeps.setMetric} onLeave={onLeave} />
        ) : (
          <div className={css.empty}>
            <p>{t.sweep.empty}</p>
            <p>{keys.length > 0 ? t.sweep.emptyHint : t.sweep.allHidden}</p>
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
        {keys.length > 0 ? (
          <SweepForm base={base} draft={draft} read={read} onChange={setDraft}>
            <ReadyList
              own={lent.own}
              chosen={lent.chosen}
              onChoose={lent.choose}
              onGiveBack={lent.giveBack}
            />
          </SweepForm>
        ) : (
          sweep && <p className={css.hint}>{t.sweep.allHidden}</p>
        )}
      </aside>
    </div>
  )
}

/** The form begins as the last sweep was, else with a sweep of capacity, or of the first setting that is not hidden. */
function firstDraft(sweep: Sweep | null, keys: readonly AxisKey[]): SweepDraft {
  if (sweep?.axes.every(({ setting }) => keys.includes(setting))) return draftOf(sweep)
  const { experiment } = presetScene('overfitting')
  return { axes: [axisDraft(experiment, keys[0] ?? 'width')], seeds: 6, varies: 'all', test: false }
}
