import { reportedEpochs, weightsEpoch } from '../../domain/run/reported-epochs.ts'
import { type EpochRow, gap } from '../../domain/run/run.ts'
import { outcomeOf, type RunView } from '../../store/run-view.ts'
import { loss, ratio, whole } from '../../text/format.ts'
import { runName } from '../../text/run-name.ts'
import { useAppState, useText } from '../shared/app-context.tsx'
import { useFocusedRun } from '../shared/use-focused-run.ts'
import css from '../views/views.module.css'

/** Losses and their gap, patience, where the run began, and when it went on with another engine. */
export function StatusFacts() {
  const run = useFocusedRun()
  if (!run?.latest) return null
  return (
    <section className={css.status}>
      <Numbers run={run} />
      <PatienceBar run={run} />
      <Began run={run} />
      <Moves run={run} />
    </section>
  )
}

/** Says where a run began that did not begin with the weights of its seed. */
function Began({ run: { branch } }: { run: RunView }) {
  const t = useText()
  const parent = useAppState(({ runs }) => runs.find(({ id }) => id === branch?.run))
  if (!branch) return null
  const parts = [
    t.time.began(parent ? runName(parent, t) : t.time.elsewhere, branch.epoch),
    branch.edits ? t.time.beganEdited(branch.edits.length) : '',
    branch.optimizer === 'new' ? t.time.beganAnew : '',
    t.time.notFromSeed,
  ]
  return <p className={css.engine}>{parts.filter((part) => part !== '').join(t.gap)}</p>
}

/** Says when a run went on with another engine, and tells it to those who cannot see it happen. */
function Moves({ run: { engine, earlier = [] } }: { run: RunView }) {
  const t = useText()
  return (
    <div aria-live="polite">
      {earlier.map(({ until, quicker }, i) => {
        const next = earlier[i + 1]?.engine ?? engine
        return (
          <p key={until} className={css.engine}>
            {t.progress.movedOn(
              whole(until),
              t.progress.engines[next?.name ?? 'auto'],
              quicker === null ? null : ratio(quicker),
            )}
          </p>
        )
      })}
    </div>
  )
}

/** Losses and gap of the last epoch and of the best one, each under its epoch's number, and whose weights the run was left with. */
function Numbers({ run }: { run: RunView }) {
  const { numbers, restored, notRestored } = useText().status
  const outcome = outcomeOf(run)
  const reported = reportedEpochs(run.latest, run.best, outcome)
  const kept = reported.length > 1 ? weightsEpoch(outcome, run.latest) : null
  const line = (part: 'train' | 'validation' | 'gap', write: (row: EpochRow) => string) => (
    <tr data-part={part}>
      <th scope="row">{numbers[part]}</th>
      {reported.map(({ which, row }) => (
        <td key={which}>{write(row)}</td>
      ))}
    </tr>
  )
  return (
    <table className={css.told}>
      <thead>
        <tr>
          <td />
          {reported.map(({ which, row: { epoch } }) => (
            <th key={which} scope="col">
              {numbers.epochs[which](whole(epoch))}{' '}
              {epoch === kept && (
                <b
                  className={css.kept}
                  title={which === 'best' ? restored(epoch) : notRestored(run.best!.epoch)}
                >
                  {numbers.kept}
                </b>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {line('train', ({ train }) => loss(train.loss))}
        {line('validation', ({ validation }) => loss(validation.loss))}
        {line('gap', (row) => ratio(gap(row)))}
      </tbody>
    </table>
  )
}

/** How much of early stopping's patience is used up; of a run that it has ended a sentence says so. */
function PatienceBar({ run }: { run: RunView }) {
  const t = useText()
  const patience = run.experiment.earlyStopping?.patience
  if (patience === undefined || patience === 0 || !run.latest) return null
  if (outcomeOf(run)?.kind === 'early-stopped') return null
  const wait = Math.min(run.patience.wait, patience)
  return (
    <div className={css.patience}>
      <meter min={0} max={patience} value={wait} aria-label={t.status.patienceLabel} />
      <span>{t.status.patience(wait, patience)}</span>
    </div>
  )
}
