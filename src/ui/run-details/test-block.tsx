import { LockKeyhole, LockKeyholeOpen } from 'lucide-react'
import { weightsEpoch } from '../../domain/run/reported-epochs.ts'
import { finalWeights, outcomeOf } from '../../store/run-view.ts'
import { loss, qualityText } from '../../text/format.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { useFocusedRun } from '../shared/use-focused-run.ts'
import { BringWeights, isWithoutWeights } from '../views/bring-weights.tsx'
import css from '../views/views.module.css'

/** The sealed test set: nothing is computed from it before a person opens it, and they open it once per run. */
export function TestBlock() {
  const t = useText()
  const actions = useActions()
  const run = useFocusedRun()
  const count = useAppState(({ draft }) => draft.experiment.data.test)
  const opened = useAppState(({ runs }) => runs.filter(({ test }) => test.kind === 'opened').length)
  const samples = run?.experiment.data.test ?? count
  const weights = run && finalWeights(run)
  const seal = run?.test ?? { kind: 'sealed' as const }
  const Icon = seal.kind === 'opened' ? LockKeyholeOpen : LockKeyhole
  return (
    <section className={css.test} aria-label={t.test.title}>
      <h3 className={css.testTitle}>
        <Icon size={15} strokeWidth={1.6} aria-hidden /> {t.test.title}
      </h3>
      {seal.kind === 'opened' && run ? (
        <>
          <dl className={css.numbers}>
            <div>
              <dt>{t.test.loss}</dt>
              <dd>{loss(seal.score.loss)}</dd>
            </div>
            <div>
              <dt>{seal.score.accuracy === undefined ? t.test.r2 : t.test.accuracy}</dt>
              <dd>{qualityText(seal.score)}</dd>
            </div>
          </dl>
          <p className={css.hint}>
            {[t.test.ofWeights(weightsEpoch(outcomeOf(run), run.latest) ?? 0), t.test.count(opened)].join(
              t.gap,
            )}
          </p>
        </>
      ) : (
        <>
          <p className={css.hint}>
            {t.test.sealed(samples)}
            {!weights && !isWithoutWeights(run) ? `${t.gap}${t.test.notYet}` : ''}
          </p>
          {isWithoutWeights(run) && <BringWeights run={run} />}
          <Button
            variant="outline"
            disabled={!weights || seal.kind === 'opening'}
            onClick={() => run && actions.openTest(run.id)}
          >
            {seal.kind === 'opening' ? t.test.opening : t.test.open}
          </Button>
        </>
      )}
    </section>
  )
}
