/** What is asked, and how far the run in focus does it. */
import { useState } from 'react'
import type { GivenAssignment } from '../../domain/assignment/fixed.ts'
import { isInProgress } from '../../store/run-view.ts'
import { withLaterMessages } from '../../text/messages.ts'
import { runName } from '../../text/run-name.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAllText, useAppState } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import { useFocusedRun } from '../shared/use-focused-run.ts'
import css from './assignment.module.css'
import { CheckButton } from './check-button.tsx'
import { settingNames } from './check-text.ts'
import { JudgementList } from './judgement-list.tsx'
import { useJudge } from './use-judged.ts'

const HandInDialog = lazyPart(withLaterMessages(() => import('./hand-in-dialog.tsx')))

export default function AssignmentCard() {
  const given = useAppState(({ assignment }) => assignment)
  return given && <Card given={given} />
}

function Card({ given }: { readonly given: GivenAssignment }) {
  const t = useAllText()
  const { visitScene } = useActions()
  const run = useFocusedRun()
  const draft = useAppState((state) => state.draft.experiment)
  const runs = useAppState((state) => state.runs)
  const judgeRun = useJudge(given)
  const { judgements, changed } = judgeRun(run, draft)
  const strayed = judgeRun(undefined, draft).changed
  const [handsIn, setHandsIn] = useState(false)
  const listed = runs.find(({ id }) => id === run?.id)
  const canHandIn = listed !== undefined && !isInProgress(listed) && listed.latest !== null
  const { title, unread } = given
  return (
    <section className={css.card} aria-label={t.assignment.title}>
      <header className={css.head}>
        <h2>{title || t.assignment.title}</h2>
        {title !== '' && <small>{t.assignment.title}</small>}
      </header>
      {unread.length > 0 && (
        <p className={css.problem} role="alert">
          {t.assignment.unread(unread.map((key) => t.setting[key].name).join(t.panes.comma))}
          {unread.includes('rows') && `${t.gap}${t.assignment.tableFirst}`}
        </p>
      )}
      <JudgementList judgements={judgements} />
      {run && changed.length > 0 && (
        <p className={css.problem}>{t.assignment.changed(settingNames(changed, t))}</p>
      )}
      {run?.branch && <p className={css.problem}>{t.assignment.notFromSeed}</p>}
      {strayed.length > 0 && (
        <div className={css.strayed}>
          {!(run && changed.length > 0) && (
            <p className={css.problem}>{t.assignment.strayed(settingNames(strayed, t))}</p>
          )}
          <Button variant="outline" size="small" onClick={() => visitScene(given.scene)}>
            {t.assignment.back}
          </Button>
        </div>
      )}
      <MetBy given={given} />
      <div className={css.actions}>
        <Button variant="outline" size="small" disabled={!canHandIn} onClick={() => setHandsIn(true)}>
          {t.assignment.handIn.open}
        </Button>
        <CheckButton given={given} />
      </div>
      {handsIn && listed && <HandInDialog given={given} run={listed} onClose={() => setHandsIn(false)} />}
    </section>
  )
}

/** The runs of the list that meet all of it. A new one is announced. */
function MetBy({ given }: { readonly given: GivenAssignment }) {
  const t = useAllText()
  const { focusOn } = useActions()
  const judgeRun = useJudge(given)
  const runs = useAppState((state) => state.runs)
  const ended = runs.filter((run) => !isInProgress(run) && run.latest !== null)
  const meeting = ended.filter((run) => judgeRun(run, run.experiment).meets)
  const last = meeting.at(-1)
  return (
    <>
      {ended.length > 0 && (
        <p className={css.metBy}>
          {meeting.length === 0 ? t.assignment.nobody : t.assignment.metBy}
          {meeting.map((run) => (
            <button type="button" key={run.id} onClick={() => focusOn(run.id)}>
              {runName(run, t)}
            </button>
          ))}
        </p>
      )}
      <output className={css.said}>{last ? t.assignment.announced(runName(last, t)) : ''}</output>
    </>
  )
}
