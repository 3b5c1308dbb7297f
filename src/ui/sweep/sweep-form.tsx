import { type ReactNode, useId } from 'react'
import { FEWEST_SEEDS } from '../../domain/comparison/seed-noise.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { MOST_SEEDS, VARIATIONS } from '../../domain/sweep/sweep.ts'
import { whole } from '../../text/format.ts'
import { summary } from '../../text/run-name.ts'
import { Segmented } from '../kit/segmented.tsx'
import { Stepper } from '../kit/stepper.tsx'
import { Switch } from '../kit/switch.tsx'
import { useAllText, useSweeps } from '../shared/app-context.tsx'
import { AxisFields, AxisSelect } from '../shared/axis-fields.tsx'
import { type AxisDraft, axisDraft, type DraftRead, type SweepDraft } from '../shared/sweep-draft.ts'
import { useAxisKeys } from '../shared/use-axis-keys.ts'
import css from './sweep.module.css'

interface Props {
  readonly base: Experiment
  readonly draft: SweepDraft
  /** The sweep that the form describes. */
  readonly read: DraftRead
  onChange(draft: SweepDraft): void
  /** The list of ready sweeps. */
  readonly children?: ReactNode
}

/** The form that says what to sweep over. The button at the top starts it, as it starts runs. */
export function SweepForm({ base, draft, read, onChange, children }: Props) {
  const t = useAllText()
  const id = useId()
  const keys = useAxisKeys()
  const [first, second] = draft.axes
  const replaces = useSweeps(({ runs }) => runs.length > 0)
  const withFirst = (axis: AxisDraft) => onChange({ ...draft, axes: second ? [axis, second] : [axis] })
  const { problem } = read
  return (
    <form className={css.form} onSubmit={(event) => event.preventDefault()}>
      {children}
      <section className={css.group}>
        <h2>{t.sweep.axis(1)}</h2>
        <p className={css.hint}>{t.sweep.intro}</p>
        <AxisSelect
          label={t.sweep.axis(1)}
          value={first.setting}
          keys={keys}
          onChange={(setting) => setting !== null && withFirst(axisDraft(base, setting))}
        />
        <AxisFields axis={first} read={read.axes[0]!} onChange={withFirst} />
      </section>
      <section className={css.group}>
        <h2>{t.sweep.axis(2)}</h2>
        <AxisSelect
          label={t.sweep.second}
          value={second?.setting ?? null}
          keys={keys}
          none={t.sweep.none}
          onChange={(setting) =>
            onChange({ ...draft, axes: setting === null ? [first] : [first, axisDraft(base, setting)] })
          }
        />
        {second && read.axes[1] && (
          <AxisFields
            axis={second}
            read={read.axes[1]}
            onChange={(axis) => onChange({ ...draft, axes: [first, axis] })}
          />
        )}
      </section>
      <section className={css.group}>
        <div className={css.row}>
          <label htmlFor={id}>{t.sweep.seeds}</label>
          <Stepper
            id={id}
            label={t.sweep.seeds}
            value={draft.seeds}
            min={1}
            max={MOST_SEEDS}
            problemAt="end"
            step={1}
            decreaseLabel={t.decrease(t.sweep.seeds)}
            increaseLabel={t.increase(t.sweep.seeds)}
            onChange={(seeds) => onChange({ ...draft, seeds })}
          />
        </div>
        {draft.seeds < FEWEST_SEEDS && <p className={css.warning}>{t.sweep.fewSeeds}</p>}
        <div className={css.row}>
          <span>{t.sweep.varies}</span>
          <Segmented
            hideLabel
            size="small"
            label={t.sweep.varies}
            value={draft.varies}
            options={VARIATIONS.map((value) => ({ value, label: t.sweep.variations[value] }))}
            onChange={(varies) => onChange({ ...draft, varies })}
          />
        </div>
        <div className={css.row}>
          <Switch
            label={t.sweep.test}
            checked={draft.test}
            onChange={(test) => onChange({ ...draft, test })}
          />
        </div>
        {draft.test && <p className={css.hint}>{t.sweep.testHint}</p>}
      </section>
      <section className={css.group}>
        <p className={css.total}>{t.sweep.total(read.cells, draft.seeds)}</p>
        <p className={css.hint}>{summary(base, t)}</p>
        {problem?.kind === 'too-large' && (
          <p className={css.problem} role="alert">
            {t.sweep.problems.runs(whole(Number(problem.received)), whole(problem.limit))}
          </p>
        )}
        {read.sweep && <p className={css.hint}>{t.sweep.startHint}</p>}
        {replaces && <p className={css.hint}>{t.sweep.replaces}</p>}
      </section>
    </form>
  )
}
