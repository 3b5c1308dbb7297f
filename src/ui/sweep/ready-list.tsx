/**
 * The ready sweeps: the list says which settings each would change before it is chosen, and offers the own settings
 * after that. Those that would change what a link hides are not offered.
 */
import { useState } from 'react'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { changes } from '../../domain/settings/changes.ts'
import { READY_SWEEPS, type ReadySweepKey, readySweep } from '../../domain/sweep/ready-sweeps.ts'
import { withoutImplied } from '../../text/run-name.ts'
import { settingChanges } from '../../text/sweep-text.ts'
import { Button } from '../kit/button.tsx'
import { useAllText, useAppState } from '../shared/app-context.tsx'
import { useAxisKeys } from '../shared/use-axis-keys.ts'
import css from './sweep.module.css'

interface Props {
  /** The person's own settings. */
  readonly own: Experiment
  /** The ready sweep whose settings the controls show. */
  readonly chosen: ReadySweepKey | null
  onChoose(key: ReadySweepKey): void
  onGiveBack(): void
}

export function ReadyList({ own, chosen, onChoose, onGiveBack }: Props) {
  const t = useAllText()
  const [pointed, setPointed] = useState<ReadySweepKey | null>(null)
  const described = pointed ?? chosen
  const hide = useAppState(({ view }) => view.hide)
  const axes = useAxisKeys()
  const ready = READY_SWEEPS.filter(
    (each) =>
      each === chosen ||
      (readySweep(each).sweep.axes.every(({ setting }) => axes.includes(setting)) &&
        !changesBy(each, own).some(({ key }) => hide.includes(key))),
  )
  if (ready.length === 0) return null
  const which = described === null ? '' : settingChanges(changesBy(described, own), t)
  return (
    <section className={css.group}>
      <h2>{t.sweep.ready}</h2>
      <ul className={css.readyList}>
        {ready.map((key) => (
          <li
            key={key}
            onPointerEnter={() => setPointed(key)}
            onPointerLeave={() => setPointed(null)}
            onFocus={() => setPointed(key)}
            onBlur={() => setPointed(null)}
          >
            <button
              type="button"
              className={css.chip}
              aria-pressed={key === chosen}
              aria-describedby={`ready-${key}`}
              onClick={() => onChoose(key)}
            >
              {t.sweep.readyNames[key]}
            </button>
            <span id={`ready-${key}`} title={settingChanges(changesBy(key, own), t)}>
              {t.sweep.changesCount(withoutImplied(changesBy(key, own)).length)}
            </span>
          </li>
        ))}
      </ul>
      {described !== null && which !== '' && (
        <p className={css.hint}>{t.sweep.changesWhich(t.sweep.readyNames[described], which)}</p>
      )}
      {chosen === null ? (
        <p className={css.hint}>{t.sweep.readyHint}</p>
      ) : (
        <div className={css.lent}>
          <p className={css.hint}>{t.sweep.lent(t.sweep.readyNames[chosen])}</p>
          <Button variant="outline" size="small" onClick={onGiveBack}>
            {t.sweep.giveBack}
          </Button>
        </div>
      )}
    </section>
  )
}

function changesBy(key: ReadySweepKey, own: Experiment) {
  return changes(own, readySweep(key).sweep.base)
}
