import { Download } from 'lucide-react'
import { useRef, useState } from 'react'
import { gap } from '../../domain/run.ts'
import { LARGEST_FILE, readRecords } from '../../domain/run-record.ts'
import { sceneUrl } from '../../share/address.ts'
import { recordOf, runOf, runsFile } from '../../share/record.ts'
import { LONGEST_LINK, runsToText } from '../../share/runs-link.ts'
import { type Cell, csv, curvesTable, latex, markdown } from '../../share/tables.ts'
import { outcomeOf, type RunView } from '../../store/run-view.ts'
import type { Messages } from '../../text/en.ts'
import { runName } from '../../text/run-name.ts'
import { useActions, useLab, useRoom, useText } from '../lab-context.tsx'
import { save } from '../save.ts'
import css from './take-home.module.css'

/** What leaves the page as a file, and runs that come in from one. */
export function TakeHome() {
  const t = useText()
  const { lab } = useRoom()
  const actions = useActions()
  const runs = useLab((state) => state.runs)
  const run = useLab((state) => state.runs.find(({ id }) => id === state.focus))
  const draft = useLab((state) => state.draft.experiment)
  const file = useRef<HTMLInputElement>(null)
  const record = (view: RunView) => recordOf(view, lab.history(view.id), runName(view, t))
  const table = () => runTable(runs, t)
  const open = async (chosen: File | undefined) => {
    if (!chosen) return
    if (chosen.size > LARGEST_FILE) return actions.refuseImport('too-large')
    const read = readRecords(await chosen.text())
    if (read.ok) actions.take(read.records.map(runOf))
    else actions.refuseImport(read.why)
  }
  const [copied, setCopied] = useState<'copied' | 'tooLong' | null>(null)
  const copyLink = async () => {
    const text = await runsToText(runs.filter(({ visible }) => visible).map(record))
    const fits = text.length <= LONGEST_LINK
    if (fits) await navigator.clipboard.writeText(`${sceneUrl(lab)}&runs=${text}`)
    setCopied(fits ? 'copied' : 'tooLong')
  }
  const saveProgram = async () => {
    const { kerasProgram } = await import('../../share/code/keras.ts')
    save('experiment.py', kerasProgram(run?.experiment ?? draft, sceneUrl(lab)))
  }
  const item = (label: string, name: string, write: () => string, off = false) => (
    <button type="button" disabled={off} onClick={() => save(name, write())}>
      {label}
    </button>
  )
  const { take } = t
  return (
    <details className={css.menu}>
      <summary aria-label={take.title} title={take.title}>
        <Download size={15} strokeWidth={1.6} aria-hidden /> <span>{take.title}</span>
      </summary>
      <div className={css.list}>
        {item(take.curvesCsv, 'curves.csv', () => csv(curvesTable(lab.history(run!.id))), !run?.latest)}
        {item(take.runJson, 'run.json', () => runsFile([record(run!)]), !run)}
        {item(take.runsJson, 'runs.json', () => runsFile(runs.map(record)), runs.length === 0)}
        {item(take.weights, 'weights.json', () => JSON.stringify(record(run!).weights), !run?.weights)}
        <button type="button" onClick={() => void saveProgram()}>
          {take.keras}
        </button>
        {item(take.tableMarkdown, 'runs.md', () => markdown(table()), runs.length === 0)}
        {item(take.tableCsv, 'runs.csv', () => csv(table()), runs.length === 0)}
        {item(take.tableLatex, 'runs.tex', () => latex(table()), runs.length === 0)}
        <button type="button" disabled={!runs.some(({ visible }) => visible)} onClick={() => void copyLink()}>
          {copied ? take[copied] : take.link}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {take.open}
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={({ target }) => {
            void open(target.files?.[0])
            target.value = ''
          }}
        />
      </div>
    </details>
  )
}

function runTable(runs: readonly RunView[], t: Messages): Cell[][] {
  return [
    Object.values(t.take.columns),
    ...runs.map((run): Cell[] => {
      const { best, latest, test, engine } = run
      return [
        runName(run, t),
        best?.validation.loss ?? null,
        best?.epoch ?? null,
        latest?.train.loss ?? null,
        latest?.validation.loss ?? null,
        latest && gap(latest),
        test.kind === 'opened' ? (test.score.accuracy ?? test.score.loss) : null,
        outcomeOf(run)?.epoch ?? latest?.epoch ?? 0,
        run.seconds,
        engine && t.progress.engines[engine.name],
      ]
    }),
  ]
}
