/** What helps against the verdict, each one press away, and what those that were tried have done. */
import { useMemo } from 'react'
import { runColour } from '../../charts/kit/colour.ts'
import { type Remedy, remediesFor } from '../../domain/diagnosis/remedies/remedies.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { sameExperiment } from '../../domain/experiment/identity.ts'
import { cannotRunReason } from '../../domain/parsing/cannot-run.ts'
import { gap } from '../../domain/run/run.ts'
import { changes } from '../../domain/settings/changes.ts'
import { isLive, outcomeOf, type RunView, restoredBest } from '../../store/run-view.ts'
import { loss, ratio } from '../../text/format.ts'
import type { Messages } from '../../text/messages.ts'
import { changesText } from '../../text/run-name.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAppContext, useAppState, useText } from '../shared/app-context.tsx'
import { useDiagnosis } from '../shared/use-diagnosis.ts'
import { useFocusedRun } from '../shared/use-focused-run.ts'
import css from './verdict.module.css'

export function RemediesBlock() {
  const t = useText()
  const run = useFocusedRun()
  const { tryInstead } = useActions()
  const remedies = useRemedies(run)
  const diagnosis = useDiagnosis(run)
  if (!run || remedies === null) return null
  if (diagnosis?.verdict === 'good-fit') return <p className={css.text}>{t.verdict.nothingNeeded}</p>
  if (remedies.length === 0) return null
  const untried = remedies.filter(({ isTried }) => !isTried)
  return (
    <section className={css.remedies} aria-label={t.verdict.remediesTitle}>
      <div className={css.remediesHead}>
        <h3>{t.verdict.remediesTitle}</h3>
        {untried.length > 1 ? (
          <Button
            variant="plain"
            size="small"
            onClick={() =>
              tryInstead(
                run.id,
                untried.map(({ experiment }) => experiment),
              )
            }
          >
            {t.verdict.tryAll}
          </Button>
        ) : (
          <span>{t.verdict.remediesNote}</span>
        )}
      </div>
      <ol>
        {remedies.map((remedy) => (
          <Row key={remedy.key} run={run} remedy={remedy} leads={remedy === untried[0]} />
        ))}
      </ol>
    </section>
  )
}

/** null while a run goes on: what it lacks may still come. */
function useRemedies(run: RunView | undefined): readonly Remedy[] | null {
  const { app } = useAppContext()
  const diagnosis = useDiagnosis(run)
  const runs = useAppState((state) => state.runs)
  return useMemo(() => {
    if (!run || !diagnosis?.isFinal) return null
    const tried = runs.map(({ experiment }) => experiment)
    return remediesFor(run.experiment, diagnosis.epochs, diagnosis, tried).filter(
      ({ experiment }) => cannotRunReason(experiment, app.deviceMemory) === null,
    )
  }, [app, run, diagnosis, runs])
}

function Row({ run, remedy, leads }: { run: RunView; remedy: Remedy; leads: boolean }) {
  const t = useText()
  const { tryInstead } = useActions()
  const { name, reason } = t.verdict.remedies[remedy.key]
  const value = changeOf(run, remedy.experiment, name, t)
  const tried = useTried(remedy)
  return (
    <li>
      <div className={css.remedy}>
        <span>
          <b>{name}</b> {tried && remedy.isTried ? '' : value}
        </span>
        {tried ? <Outcome before={run} after={tried} /> : <small>{reason}</small>}
      </div>
      {!remedy.isTried && (
        <Button
          variant={leads ? 'primary' : 'outline'}
          size="small"
          aria-label={t.verdict.tryLabel(`${name} ${value}`)}
          onClick={() => tryInstead(run.id, [remedy.experiment])}
        >
          {t.verdict.tryIt}
        </Button>
      )}
    </li>
  )
}

/** "patience 20"; without the remedy's own name, which stands before it. */
function changeOf(run: RunView, experiment: Experiment, name: string, t: Messages): string {
  const text = changesText(changes(run.experiment, experiment), t).replace(/^\+ /, '')
  return text.toLowerCase().startsWith(`${name.toLowerCase()} `) ? text.slice(name.length + 1) : text
}

/** The latest run with a value of this remedy, if there is one. */
function useTried({ values }: Remedy): RunView | undefined {
  const runs = useAppState((state) => state.runs)
  return useMemo(
    () => runs.findLast((run) => values.some((value) => sameExperiment(value, run.experiment))),
    [runs, values],
  )
}

/** What a remedy did, measured: the validation loss and the gap of the weights that both runs keep. */
function Outcome({ before, after }: { before: RunView; after: RunView }) {
  const t = useText()
  const [was, is] = [keptRow(before), keptRow(after)]
  const change = changeOf(before, after.experiment, '', t)
  return (
    <small className={css.outcome}>
      <i style={{ background: runColour(after.colour) }} />
      {change}:{' '}
      {isLive(after) || !was || !is
        ? t.verdict.trying
        : t.verdict.worked(
            t.verdict.from(loss(was.validation.loss), loss(is.validation.loss)),
            t.verdict.from(ratio(gap(was)), ratio(gap(is))),
          )}
    </small>
  )
}

/** The epoch whose weights a run keeps. */
function keptRow(run: RunView) {
  const outcome = outcomeOf(run)
  return outcome && restoredBest(outcome) ? run.best : run.latest
}
