/** What the sweep has found so far: the chart, a comparison over seeds, and the runs of the chosen value. */
import { Download, FolderOpen } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { seedVerdict } from '../../domain/comparison/seed-noise.ts'
import { cellExperiment, cellsOf, type Sweep } from '../../domain/sweep/sweep.ts'
import { sweepToJson } from '../../domain/sweep/sweep-record.ts'
import {
  bestCell,
  type CellSummary,
  METRICS,
  type Metric,
  measure,
  needsTest,
  summarize,
} from '../../domain/sweep/sweep-run.ts'
import { sweepTable } from '../../files/sweep-table.ts'
import { csv } from '../../files/tables.ts'
import { experimentUrl } from '../../page/urls.ts'
import { cellName, metricName, verdictSentences } from '../../text/sweep-text.ts'
import { Button } from '../kit/button.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { Switch } from '../kit/switch.tsx'
import { useActions, useAllText, useAppState, useSweeps, useText } from '../shared/app-context.tsx'
import { FileChooser } from '../shared/file-chooser.tsx'
import { save } from '../shared/save.ts'
import { CellRuns } from './cell-runs.tsx'
import { neighbours } from './neighbours.ts'
import type { ResultProps } from './result-props.ts'
import css from './sweep.module.css'
import { SweepGrid } from './sweep-grid.tsx'
import { SweepLine } from './sweep-line.tsx'

interface Props {
  readonly sweep: Sweep
  readonly metric: Metric
  readonly onMetric: (metric: Metric) => void
  readonly onLeave: () => void
}

export function SweepResult({ sweep, metric, onMetric, onLeave }: Props) {
  const t = useAllText()
  const { look } = useActions()
  const scale = useAppState(({ view }) => view.scale)
  const runs = useDeferredValue(useSweeps((state) => state.runs))
  const [selected, setSelected] = useState<{ sweep: Sweep; cell: number } | null>(null)
  const [seeds, setSeeds] = useState(false)
  const cells = useMemo(() => summarize(cellsOf(sweep).length, runs, metric), [sweep, runs, metric])
  const best = bestCell(cells, metric)
  const cell = selected?.sweep === sweep ? selected.cell : null
  const shared: ResultProps = {
    sweep,
    metric,
    cells,
    best,
    log: scale === 'log',
    selected: cell,
    onSelect: (index) => setSelected(index === cell ? null : { sweep, cell: index }),
  }
  const losses = !metric.startsWith('quality') && metric !== 'test-quality' && metric !== 'best-epoch'
  return (
    <>
      <div className={css.tools}>
        <label className={css.metric}>
          {t.sweep.metric}
          <select
            value={metric}
            onChange={({ target }) => {
              const next = METRICS.find((each) => each === target.value)
              if (next) onMetric(next)
            }}
          >
            {METRICS.filter((each) => sweep.test || !needsTest(each)).map((each) => (
              <option key={each} value={each}>
                {metricName(each, sweep.base, t)}
              </option>
            ))}
          </select>
        </label>
        {losses && (
          <Segmented
            hideLabel
            size="small"
            label={t.stage.scale}
            value={scale}
            options={[
              { value: 'linear', label: t.stage.linear },
              { value: 'log', label: t.stage.log },
            ]}
            onChange={(next) => look({ scale: next })}
          />
        )}
        {sweep.axes.length === 1 && <Switch label={t.sweep.showSeeds} checked={seeds} onChange={setSeeds} />}
        <div className={css.export}>
          <FileChooser>
            {(choose) => (
              <Button
                variant="plain"
                size="small"
                icon={<FolderOpen />}
                aria-label={t.panes.settingNumber(t.home.openShort, t.home.openSweep)}
                title={t.home.openSweep}
                onClick={choose}
              >
                {t.home.openShort}
              </Button>
            )}
          </FileChooser>
          <Save
            label={t.sweep.csv}
            short="CSV"
            disabled={runs.length === 0}
            onSave={() => save('sweep.csv', csv(sweepTable(sweep, runs)))}
          />
          <Save
            label={t.home.sweepJson}
            short="JSON"
            onSave={() => save('sweep.json', JSON.stringify(sweepToJson({ sweep, metric, runs })))}
          />
          <Save
            label={t.programs.ray}
            short="Ray"
            onSave={async () => {
              const { rayProgram } = await import('../../programs/programs.ts')
              save('sweep.py', rayProgram(sweep, experimentUrl(sweep.base, null)))
            }}
          />
        </div>
      </div>
      <div className={css.chart} data-axes={sweep.axes.length}>
        {sweep.axes.length === 1 ? <SweepLine {...shared} showSeeds={seeds} /> : <SweepGrid {...shared} />}
      </div>
      <div className={css.below}>
        <Verdict {...shared} />
        {cell === null ? (
          <p className={css.hint}>{runs.length > 0 && t.sweep.cellHint}</p>
        ) : (
          <CellRuns {...shared} cell={cell} onLeave={onLeave} onClose={() => setSelected(null)} />
        )}
      </div>
    </>
  )
}

interface SaveProps {
  readonly label: string
  readonly short: string
  readonly disabled?: boolean
  readonly onSave: () => void
}

function Save({ label, short, disabled = false, onSave }: SaveProps) {
  const t = useText()
  return (
    <Button
      variant="plain"
      size="small"
      icon={<Download />}
      // The accessible name begins with the visible text, for people who call a button by it.
      aria-label={t.panes.settingNumber(short, label)}
      title={label}
      disabled={disabled}
      onClick={onSave}
    >
      {short}
    </Button>
  )
}

function Verdict({ sweep, metric, cells, best }: ResultProps) {
  const t = useAllText()
  const status = useSweeps((state) => state.status)
  if (best === null) return null
  const all = cellsOf(sweep)
  const bySeed = ({ runs }: CellSummary) =>
    Array.from({ length: sweep.seeds }, (_, i) => {
      const run = runs.find(({ seed }) => seed === i + 1)
      return run ? measure(run, metric) : Number.NaN
    })
  const from = bySeed(best)
  const others = neighbours(sweep, best.index)
    .filter((index) => cellExperiment(sweep, all[index]!).ok)
    .map((index) => ({
      name: cellName(sweep, all[index]!, t),
      verdict: seedVerdict(from, bySeed(cells[index]!)),
    }))
  const sentences = verdictSentences(cellName(sweep, all[best.index]!, t), others, metric, t)
  if (sentences.length === 0) return null
  return (
    <section className={css.verdict}>
      <h3>{status === 'done' ? t.sweep.verdict : t.sweep.soFar}</h3>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className={css.hint}>{t.sweep.test5}</p>
    </section>
  )
}
