import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import {
  hasOwnRates,
  MOST_COMPARED,
  membersOf,
  type SharedStart,
  sharedStart,
} from '../../domain/comparison/comparison.ts'
import { canSearch, epochsOfTry, foundRates, RATES } from '../../domain/comparison/rate-search.ts'
import { isSetting } from '../../domain/settings/settings.ts'
import { clock, settingNumber } from '../../text/format.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { ProgressBar } from '../kit/progress-bar.tsx'
import { Segmented } from '../kit/segmented.tsx'
import {
  useAllText,
  useAppContext,
  useAppState,
  useText,
  useTunedComparison,
} from '../shared/app-context.tsx'
import { AxisFields, AxisSelect } from '../shared/axis-fields.tsx'
import { axisDraft, readAxisDraft } from '../shared/sweep-draft.ts'
import { useAxisKeys } from '../shared/use-axis-keys.ts'
import css from './comparison.module.css'
import { RateRows } from './rate-rows.tsx'

/** The number of runs that have a colour of their own. */
const COLOURS = 5

interface Props {
  readonly rates?: Rates | undefined
  onClose(): void
}

/** Whether every value trains at the best learning rate found for it, or all at the experiment's. */
type Rates = 'own' | 'one'

export default function ComparisonDialog({ rates, onClose }: Props) {
  const t = useText()
  const { tunedComparison } = useAppContext()
  const searching = useTunedComparison((state) => state.searching)
  const dialog = useRef<HTMLDialogElement>(null)
  // Once the rates are found the comparison starts by itself, and the dialog closes.
  const searched = useRef(false)
  useEffect(() => {
    if (searched.current && !searching) dialog.current?.close()
    searched.current = searching
  }, [searching])
  return (
    <Dialog
      ref={dialog}
      className={css.dialog}
      title={searching ? t.comparisonDialog.searching : t.comparisonDialog.title}
      closeLabel={t.comparisonDialog.close}
      onClose={() => {
        tunedComparison.cancel()
        onClose()
      }}
    >
      {searching ? <Search /> : <Form asked={rates} onStarted={() => dialog.current?.close()} />}
    </Dialog>
  )
}

function Form({ asked, onStarted }: { asked: Rates | undefined; onStarted(): void }) {
  const t = useText()
  const { app, tunedComparison } = useAppContext()
  const draft = useAppState((state) => state.draft)
  const base = draft.experiment
  const settings = useAxisKeys().filter(isSetting)
  // One whose setting is hidden stays, but another takes its place in the dialog.
  const earlier = draft.comparison && settings.includes(draft.comparison.setting) ? draft.comparison : null
  const [axis, setAxis] = useState(() => ({
    ...axisDraft(base, earlier?.setting ?? settings.find((key) => key === 'optimizer') ?? settings[0]!),
    ...(earlier && { list: earlier.entries.map(({ value }) => value).join(' ') }),
  }))
  const [chosen, setChosen] = useState<Rates | null>(
    () => asked ?? (earlier && (hasOwnRates(earlier) ? 'own' : 'one')),
  )
  const read = readAxisDraft(base, axis)
  const setting = isSetting(axis.setting) ? axis.setting : 'optimizer'
  const { values } = read
  // Optimizers differ in the scale of their steps, so that one rate for all would decide which is best.
  const rates = chosen ?? (setting === 'optimizer' ? 'own' : 'one')
  const hasRates = canSearch(setting) && settings.includes('lr')
  const searches = rates === 'own' && hasRates
  const shared = useMemo(() => {
    const entries = values.map((value) => ({ value, also: [] }))
    return sharedStart(membersOf({ experiment: base, comparison: { setting, entries } }, app.tables))
  }, [base, setting, values, app])
  const many = values.length > MOST_COMPARED
  const stuck = many || values.length === 0 || (read.problem !== null && read.problem.kind !== 'invalid')
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (stuck) return
        if (searches) return tunedComparison.search(setting, values)
        tunedComparison.start(setting, values)
        onStarted()
      }}
    >
      <AxisSelect
        label={t.comparisonDialog.settingNumber}
        value={axis.setting}
        keys={settings}
        onChange={(next) => next && setAxis(axisDraft(base, next))}
      />
      <AxisFields axis={axis} read={read} onChange={setAxis} />
      <p className={css.text}>{t.comparisonDialog[startText(shared)]}</p>
      {many && (
        <p className={css.text} role="alert">
          {t.comparisonDialog.tooMany(MOST_COMPARED)}
        </p>
      )}
      {!many && values.length > COLOURS && <p className={css.hint}>{t.comparisonDialog.greys}</p>}
      {hasRates && (
        <div className={css.own}>
          <Segmented
            label={t.comparisonDialog.rates}
            value={rates}
            options={[
              { value: 'own', label: t.comparisonDialog.ownRate },
              { value: 'one', label: t.comparisonDialog.oneRate(settingNumber(base.optimizer.learningRate)) },
            ]}
            onChange={setChosen}
          />
          <p className={css.hint}>
            {rates === 'own'
              ? t.comparisonDialog.ownRateHint(values.length * RATES.length, epochsOfTry(base))
              : t.comparisonDialog.oneRateHint}
          </p>
        </div>
      )}
      <div className={css.foot}>
        <span>{t.comparisonDialog.runs(values.length)}</span>
        <Button variant="primary" type="submit" disabled={stuck}>
          {searches ? t.comparisonDialog.search : t.comparisonDialog.start}
        </Button>
      </div>
    </form>
  )
}

function startText({ weights, batches }: SharedStart) {
  if (weights) return batches ? 'same' : 'otherBatches'
  return batches ? 'otherWeights' : 'otherBoth'
}

/**
 * The losses found so far, a curve over learning rates for each value. The curves fill as the runs of the search end.
 */
function Search() {
  const t = useAllText()
  const { tunedComparison } = useAppContext()
  const { sweep, runs, total, secondsLeft } = useStore(tunedComparison.rates.store)
  const rates = useMemo(() => (sweep ? foundRates(sweep, runs) : []), [sweep, runs])
  const setting = sweep?.axes[0].setting
  return (
    <div className={css.form}>
      <ProgressBar label={t.comparisonDialog.progress} value={runs.length} max={total} />
      {setting !== undefined && isSetting(setting) && <RateRows setting={setting} rates={rates} />}
      <p className={css.hint}>{t.comparisonDialog.foundHint}</p>
      <div className={css.foot}>
        <span>
          {t.sweep.finished(runs.length, total)}
          {secondsLeft !== null && secondsLeft >= 1 && (
            <small>{t.sweep.state.running(clock(secondsLeft))}</small>
          )}
        </span>
        <Button variant="outline" onClick={tunedComparison.cancel}>
          {t.comparisonDialog.stop}
        </Button>
      </div>
    </div>
  )
}
