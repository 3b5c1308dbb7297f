/** What helps against the verdict, each one press away, and what those that were tried have done. */
import { useState } from 'react'
import type { RunView } from '../../store/run-view.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useText } from '../shared/app-context.tsx'
import { useDiagnosis } from '../shared/use-diagnosis.ts'
import { useFocusedRun } from '../shared/use-focused-run.ts'
import { RemedyRow } from './remedy-row.tsx'
import { type Tried, useRemedies } from './use-remedies.ts'
import css from './verdict.module.css'

/** So many stand there at once, so that the picture of the fit is in sight below them. */
const AT_ONCE = 4

export function RemediesBlock() {
  const t = useText()
  const [all, setAll] = useState(false)
  const run = useFocusedRun()
  const remedies = useRemedies(run)
  const diagnosis = useDiagnosis(run)
  if (!run || remedies === null) return null
  if (diagnosis?.verdict === 'good-fit') return <p className={css.text}>{t.verdict.nothingNeeded}</p>
  if (remedies.length === 0)
    return diagnosis?.verdict === 'noisy-validation' ? (
      <p className={css.text}>{t.verdict.noMoreValidation}</p>
    ) : null
  const untried = remedies.filter(({ remedy }) => !remedy.isTried)
  const ranked = remedies.length > 1 && remedies.every(({ effect }) => effect !== null)
  const listed = ranked ? byEffect(remedies) : remedies
  const shown =
    all || ranked || listed.length <= AT_ONCE + 1
      ? listed
      : listed.filter(({ by }, i) => i < AT_ONCE || by !== null)
  return (
    <section className={css.remedies} aria-label={t.verdict.remediesTitle}>
      <div className={css.remediesHead}>
        <h3>{ranked ? t.verdict.rankedTitle : t.verdict.remediesTitle}</h3>
        <TryAll run={run} untried={untried} note={ranked ? t.verdict.rankedNote : t.verdict.remediesNote} />
      </div>
      <ol>
        {shown.map((tried) => (
          <RemedyRow key={tried.remedy.key} run={run} tried={tried} leads={!ranked && tried === untried[0]} />
        ))}
      </ol>
      {shown.length < listed.length && (
        <Button variant="plain" size="small" onClick={() => setAll(true)}>
          {t.verdict.moreRemedies(listed.length - shown.length)}
        </Button>
      )}
    </section>
  )
}

/** One press tries every remedy that has no run yet; with one left, its own button does. */
function TryAll({ run, untried, note }: { run: RunView; untried: readonly Tried[]; note: string }) {
  const t = useText()
  const { tryInstead } = useActions()
  const fresh = untried.filter(({ by }) => by === null)
  if (fresh.length < 2) return <span>{note}</span>
  return (
    <Button
      variant="plain"
      size="small"
      onClick={() =>
        tryInstead(
          run.id,
          fresh.map(({ remedy }) => remedy.experiment),
        )
      }
    >
      {t.verdict.tryAll}
    </Button>
  )
}

/** The one that helped most first; what nobody can tell, last. */
function byEffect(remedies: readonly Tried[]): readonly Tried[] {
  const order = ({ effect }: Tried) =>
    effect === null || Number.isNaN(effect) ? Number.POSITIVE_INFINITY : effect
  return remedies.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
}
