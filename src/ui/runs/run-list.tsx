import { ChevronRight, X } from 'lucide-react'
import { Fragment, useDeferredValue, useMemo, useRef, useState } from 'react'
import { sparkRange } from '../../charts/curves/spark-points.ts'
import { keptAs } from '../../store/live/live-actions.ts'
import { isInProgress, type RunView } from '../../store/run-view.ts'
import { groupOf } from '../../store/shown-runs.ts'
import type { ValuesOf } from '../../store/view-choices.ts'
import { dataName, sceneName } from '../../text/run-name.ts'
import { Button } from '../kit/button.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { useActions, useAppContext, useAppState, useText } from '../shared/app-context.tsx'
import { useLiveRuns } from '../shared/live-context.tsx'
import { about } from '../shared/marks.ts'
import { LiveRow } from './live-row.tsx'
import { RemovedNotice } from './removed-notice.tsx'
import { groupsOf, lowestOf, type RunGroup } from './run-groups.ts'
import css from './run-list.module.css'
import { type Column, type Sort, sorted } from './run-order.ts'
import { RunRow } from './run-row.tsx'
import { useNewRunsInView } from './use-new-runs-in-view.ts'

/** The number of columns of the table, for rows that span all of them. */
const COLUMNS = 14

/** Every run on the page: how it differs, how well it did, whether it is drawn. Groups of other scenes are folded. */
export function RunList() {
  const t = useText()
  // New figures are drawn with low priority, as the curves are.
  const runs = useDeferredValue(useAppState((state) => state.runs))
  const here = useAppState(({ draft }) => groupOf(draft))
  const [sort, setSort] = useState<Sort | null>(null)
  const of = useAppState(({ view }) => view.valuesOf)
  const { look } = useActions()
  /** Groups that a person opened or closed; others are open while they are the present one or have the run in focus. */
  const [unfolded, setUnfolded] = useState<Readonly<Record<string, boolean>>>({})
  const focus = useAppState((state) => state.focus)
  const groups = useMemo(() => groupsOf(runs, here), [runs, here])
  const list = useRef<HTMLElement>(null)
  useNewRunsInView(list)
  const live = useLiveRuns()
  const isKept = useAppState((state) => keptAs(state) !== undefined)
  const unkept = live?.shown && !isKept ? live.shown : null
  if (runs.length === 0 && !unkept) return <RemovedNotice />
  const head = (column: Column, label: string, className?: string) => (
    <th
      className={className}
      aria-sort={sort?.column !== column ? 'none' : sort.rising ? 'ascending' : 'descending'}
      {...about(`column.${column}`)}
    >
      <button type="button" className={css.sort} onClick={() => setSort(nextSort(sort, column))}>
        {label}
        {sort?.column === column && <span aria-hidden>{sort.rising ? ' ↑' : ' ↓'}</span>}
      </button>
    </th>
  )
  return (
    <section className={css.list} aria-label={t.runs.title} ref={list} data-run-table>
      <h2 className={css.title}>
        {t.runs.title} <span>{unkept ? t.live.count(runs.length) : runs.length}</span>
        <div className={css.of}>
          <Segmented
            hideLabel
            label={t.compare.values}
            value={of}
            options={[
              { value: 'best', label: t.compare.atBest },
              { value: 'last', label: t.compare.atLast },
            ]}
            onChange={(valuesOf) => look({ valuesOf })}
            size="small"
          />
        </div>
      </h2>
      <RemovedNotice />
      <div className={css.scroll}>
        <table className={css.table} data-values-of={of}>
          <thead>
            <tr>
              <th className={css.name} colSpan={2} {...about('column.difference')}>
                {t.runs.difference}
              </th>
              <th className={css.verdict} {...about('column.verdict')}>
                {t.verdict.column}
              </th>
              <th className={css.spark} {...about('column.curve')}>
                {t.runs.curve}
              </th>
              {head('best', t.runs.best)}
              {head('at', t.runs.at)}
              {head('train', t.compare.train)}
              {head('validation', t.compare.validation, css.shownLoss)}
              {head('gap', t.runs.gap)}
              {head('test', t.runs.test)}
              {head('epochs', t.runs.epochs)}
              {head('time', t.runs.time)}
              {head('engine', t.compare.engine, css.engine)}
              <td />
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => {
              const hasFocus = group.runs.some(({ id }) => id === focus)
              const open = unfolded[group.key] ?? (group.present || hasFocus)
              return (
                <Fragment key={group.key}>
                  {(groups.length > 1 || !group.present) && (
                    <GroupHead
                      group={group}
                      open={open}
                      onToggle={() => setUnfolded({ ...unfolded, [group.key]: !open })}
                    />
                  )}
                  {open && <GroupRows runs={group.runs} sort={sort} of={of} />}
                </Fragment>
              )
            })}
            {unkept && <LiveRow run={unkept.view} of={of} />}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface GroupHeadProps {
  readonly group: RunGroup
  readonly open: boolean
  onToggle(): void
}

function GroupHead({ group: { runs }, open, onToggle }: GroupHeadProps) {
  const t = useText()
  const { remove } = useActions()
  const [first] = runs
  if (!first) return null
  const set = dataName(first.experiment, t)
  const name = first.preset === null ? set : t.runs.group(sceneName(first.preset, t), set)
  const ended = runs.filter((run) => !isInProgress(run)).map(({ id }) => id)
  return (
    <tr className={css.group}>
      <td colSpan={COLUMNS - 1}>
        <button type="button" aria-expanded={open} onClick={onToggle}>
          <ChevronRight size={14} strokeWidth={1.5} aria-hidden />
          {name} <span>{t.runs.count(runs.length)}</span>
        </button>
      </td>
      <td className={css.verbs}>
        <Button
          variant="icon"
          size="small"
          icon={<X size={15} strokeWidth={1.6} aria-hidden />}
          aria-label={t.runs.removeGroup(name, ended.length)}
          title={t.runs.removeGroup(name, ended.length)}
          disabled={ended.length === 0}
          onClick={() => remove(...ended)}
        />
      </td>
    </tr>
  )
}

interface GroupRowsProps {
  readonly runs: readonly RunView[]
  readonly sort: Sort | null
  readonly of: ValuesOf
}

function GroupRows({ runs, sort, of }: GroupRowsProps) {
  const epochs = Math.max(1, ...runs.map(({ latest }) => latest?.epoch ?? 0))
  const lowest = lowestOf(runs)
  const { app } = useAppContext()
  const { low, high } = sparkRange(runs.map((run) => ({ rows: app.outline(run), start: run.start })))
  // Returns the same object as long as its contents are the same, because every row renders again with it.
  const range = useMemo(() => ({ low, high }), [low, high])
  return sorted(runs, sort, of).map((run) => (
    <RunRow key={run.id} run={run} epochs={epochs} range={range} of={of} leads={lowest.has(run.id)} />
  ))
}

/** A column sorts descending, ascending, and then not: back to the order of starting. */
function nextSort(sort: Sort | null, column: Column): Sort | null {
  if (sort?.column !== column) return { column, rising: true }
  return sort.rising ? { column, rising: false } : null
}
