import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { isKnob, type KnobKey } from '../../domain/knobs.ts'
import { MAX_LINEUP, membersOf, sharedStart } from '../../domain/lineup.ts'
import { canSearch, epochsOfTry, foundRates, RATES } from '../../domain/rate-search.ts'
import { AXIS_KEYS } from '../../domain/sweep.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { ProgressBar } from '../kit/progress-bar.tsx'
import { Switch } from '../kit/switch.tsx'
import { useLab, useRace, useRoom, useText } from '../lab-context.tsx'
import { AxisFields, AxisSelect } from '../sweep/axis-fields.tsx'
import { axisDraft, readAxisDraft } from '../sweep/draft.ts'
import css from './race.module.css'
import { RateRows } from './rates.tsx'

const SETTINGS: readonly KnobKey[] = AXIS_KEYS.filter(isKnob)
/** Runs that have a colour of their own. */
const COLOURS = 5

export default function RaceDialog({ onClose }: { onClose(): void }) {
  const t = useText()
  const { race } = useRoom()
  const searching = useRace((state) => state.searching)
  const dialog = useRef<HTMLDialogElement>(null)
  // The race starts by itself, and is to be seen.
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
      {searching ? <Search /> : <Form onStarted={() => dialog.current?.close()} />}
    </Dialog>
  )
}

function Form({ onStarted }: { onStarted(): void }) {
  const t = useText()
  const { race } = useRoom()
  const draft = useLab((state) => state.draft)
  const base = draft.experiment
  const [axis, setAxis] = useState(() => ({
    ...axisDraft(base, draft.lineup?.knob ?? 'optimizer'),
    ...(draft.lineup && { list: draft.lineup.entries.map(({ value }) => value).join(' ') }),
  }))
  const [own, setOwn] = useState(() => draft.lineup?.entries.some(({ also }) => also.length > 0) ?? false)
  const read = readAxisDraft(base, axis)
  const knob = isKnob(axis.knob) ? axis.knob : 'optimizer'
  const { values } = read
  const searches = own && canSearch(knob)
  const shared = useMemo(() => {
    const entries = values.map((value) => ({ value, also: [] }))
    return sharedStart(membersOf({ experiment: base, lineup: { knob, entries } }))
  }, [base, knob, values])
  const many = values.length > MAX_LINEUP
  const stuck = many || values.length === 0 || (read.problem !== null && read.problem.kind !== 'invalid')
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (stuck) return
        if (searches) return race.search(knob, values)
        race.start(knob, values)
        onStarted()
      }}
    >
      <AxisSelect
        label={t.race.setting}
        value={axis.knob}
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
      {canSearch(knob) && (
        <div className={css.own}>
          <Switch label={t.race.ownRate} checked={own} onChange={setOwn} />
          {own && (
            <p className={css.hint}>{t.race.ownRateHint(values.length * RATES.length, epochsOfTry(base))}</p>
          )}
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

/** The valleys fill as their runs end. */
function Search() {
  const t = useText()
  const { race } = useRoom()
  const { sweep, runs, total } = useStore(race.rates.store)
  const rates = useMemo(() => (sweep ? foundRates(sweep, runs) : []), [sweep, runs])
  const knob = sweep?.axes[0].knob
  return (
    <div className={css.form}>
      <ProgressBar label={t.race.progress} value={runs.length} max={total} />
      {knob !== undefined && isKnob(knob) && <RateRows knob={knob} rates={rates} />}
      <p className={css.hint}>{t.race.foundHint}</p>
      <div className={css.foot}>
        <span>{t.sweep.finished(runs.length, total)}</span>
        <Button variant="outline" onClick={race.cancel}>
          {t.race.stop}
        </Button>
      </div>
    </div>
  )
}
