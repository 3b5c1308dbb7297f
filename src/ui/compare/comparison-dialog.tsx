import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { hasOwnRates, MAX_LINEUP, membersOf, sharedStart } from '../../domain/comparison/comparison.ts'
import { canSearch, epochsOfTry, foundRates, RATES } from '../../domain/comparison/rate-search.ts'
import { isSetting, type SettingKey } from '../../domain/settings/settings.ts'
import { AXIS_KEYS } from '../../domain/sweep/sweep.ts'
import { clock, settingNumber } from '../../text/format.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { ProgressBar } from '../kit/progress-bar.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { useLab, useRace, useRoom, useText } from '../shared/app-context.tsx'
import { AxisFields, AxisSelect } from '../shared/axis-fields.tsx'
import { axisDraft, readAxisDraft } from '../shared/sweep-draft.ts'
import css from './comparison.module.css'
import { RateRows } from './rate-rows.tsx'

const SETTINGS: readonly SettingKey[] = AXIS_KEYS.filter(isSetting)
/** Runs that have a colour of their own. */
const COLOURS = 5

interface Props {
  readonly rates?: Rates | undefined
  onClose(): void
}

/** Whether every value gets the best learning rate found for it, or all get the experiment's. */
type Rates = 'own' | 'one'

export default function RaceDialog({ rates, onClose }: Props) {
  const t = useText()
  const { race } = useRoom()
  const searching = useRace((state) => state.searching)
  const dialog = useRef<HTMLDialogElement>(null)
  // The comparison starts by itself once the rates are found, and the dialog gets out of its way.
  const searched = useRef(false)
  useEffect(() => {
    if (searched.current && !searching) dialog.current?.close()
    searched.current = searching
  }, [searching])
  return (
    <Dialog
      ref={dialog}
      className={css.dialog}
      title={searching ? t.race.searching : t.race.title}
      closeLabel={t.race.close}
      onClose={() => {
        race.cancel()
        onClose()
      }}
    >
      {searching ? <Search /> : <Form asked={rates} onStarted={() => dialog.current?.close()} />}
    </Dialog>
  )
}

function Form({ asked, onStarted }: { asked: Rates | undefined; onStarted(): void }) {
  const t = useText()
  const { race } = useRoom()
  const draft = useLab((state) => state.draft)
  const base = draft.experiment
  const [axis, setAxis] = useState(() => ({
    ...axisDraft(base, draft.lineup?.setting ?? 'optimizer'),
    ...(draft.lineup && { list: draft.lineup.entries.map(({ value }) => value).join(' ') }),
  }))
  const [chosen, setChosen] = useState<Rates | null>(
    () => asked ?? (draft.lineup && (hasOwnRates(draft.lineup) ? 'own' : 'one')),
  )
  const read = readAxisDraft(base, axis)
  const setting = isSetting(axis.setting) ? axis.setting : 'optimizer'
  const { values } = read
  // Every optimizer has another scale of steps, so that one rate for all decides who wins.
  const rates = chosen ?? (setting === 'optimizer' ? 'own' : 'one')
  const searches = rates === 'own' && canSearch(setting)
  const shared = useMemo(() => {
    const entries = values.map((value) => ({ value, also: [] }))
    return sharedStart(membersOf({ experiment: base, lineup: { setting, entries } }))
  }, [base, setting, values])
  const many = values.length > MAX_LINEUP
  const stuck = many || values.length === 0 || (read.problem !== null && read.problem.kind !== 'invalid')
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (stuck) return
        if (searches) return race.search(setting, values)
        race.start(setting, values)
        onStarted()
      }}
    >
      <AxisSelect
        label={t.race.settingNumber}
        value={axis.setting}
        keys={SETTINGS}
        onChange={(next) => next && setAxis(axisDraft(base, next))}
      />
      <AxisFields axis={axis} read={read} onChange={setAxis} />
      <p className={css.text}>{t.race[startText(shared)]}</p>
      {many && (
        <p className={css.text} role="alert">
          {t.race.tooMany(MAX_LINEUP)}
        </p>
      )}
      {!many && values.length > COLOURS && <p className={css.hint}>{t.race.greys}</p>}
      {canSearch(setting) && (
        <div className={css.own}>
          <Segmented
            label={t.race.rates}
            value={rates}
            options={[
              { value: 'own', label: t.race.ownRate },
              { value: 'one', label: t.race.oneRate(settingNumber(base.optimizer.learningRate)) },
            ]}
            onChange={setChosen}
          />
          <p className={css.hint}>
            {rates === 'own'
              ? t.race.ownRateHint(values.length * RATES.length, epochsOfTry(base))
              : t.race.oneRateHint}
          </p>
        </div>
      )}
      <div className={css.foot}>
        <span>{t.race.runs(values.length)}</span>
        <Button variant="primary" type="submit" disabled={stuck}>
          {searches ? t.race.search : t.race.start}
        </Button>
      </div>
    </form>
  )
}

function startText({ weights, batches }: ReturnType<typeof sharedStart>) {
  if (weights) return batches ? 'same' : 'otherBatches'
  return batches ? 'otherWeights' : 'otherBoth'
}

/** What was found so far: a curve of losses over rates for each value, which fills as the runs of the search end. */
function Search() {
  const t = useText()
  const { race } = useRoom()
  const { sweep, runs, total, secondsLeft } = useStore(race.rates.store)
  const rates = useMemo(() => (sweep ? foundRates(sweep, runs) : []), [sweep, runs])
  const setting = sweep?.axes[0].setting
  return (
    <div className={css.form}>
      <ProgressBar label={t.race.progress} value={runs.length} max={total} />
      {setting !== undefined && isSetting(setting) && <RateRows setting={setting} rates={rates} />}
      <p className={css.hint}>{t.race.foundHint}</p>
      <div className={css.foot}>
        <span>
          {t.sweep.finished(runs.length, total)}
          {secondsLeft !== null && secondsLeft >= 1 && (
            <small>{t.sweep.state.running(clock(secondsLeft))}</small>
          )}
        </span>
        <Button variant="outline" onClick={race.cancel}>
          {t.race.stop}
        </Button>
      </div>
    </div>
  )
}
