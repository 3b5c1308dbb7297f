/**
 * The dialog between a file and a table: how the file was read, and what is predicted from what. The draft changes at
 * the end.
 */
import { useRef, useState } from 'react'
import { keepTable } from '../../domain/table/library.ts'
import type { Table, TableProblem } from '../../domain/table/table.ts'
import {
  canBeClasses,
  canBeTarget,
  type Encoded,
  firstChoices,
  isUsualInput,
  lacksValidation,
  likelyTask,
  namesParts,
  type TableChoices,
  usesOf,
} from '../../table-file/encode-table.ts'
import type { ReadOptions } from '../../table-file/options.ts'
import type { TableOutline } from '../../table-file/table-worker.ts'
import { fileNoticeText, fileProblemText } from '../../text/file-problem.ts'
import { problemText } from '../../text/problems.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useAllText, useAppContext } from '../shared/app-context.tsx'
import { ColumnTable } from './column-table.tsx'
import { Decisions } from './decisions.tsx'
import { rememberLeftOut } from './left-out.ts'
import { type Reading, useTableFile } from './use-table-file.ts'
import css from './wizard.module.css'

interface Props {
  file: Blob
  onTable(table: Table): void
  onClose(): void
}

export default function Wizard({ file, onTable, onClose }: Props) {
  const t = useAllText()
  const { app } = useAppContext()
  const dialog = useRef<HTMLDialogElement>(null)
  const [problem, setProblem] = useState<TableProblem | null>(null)
  const { reading, busy, options, change, encode } = useTableFile(file, (encoded: Encoded) => {
    const name = file instanceof File ? file.name : undefined
    const read = encoded.ok ? keepTable({ ...encoded.contents, name }, app.tables) : encoded
    if (!read.ok) setProblem(read.problem)
    else if ('table' in read && encoded.ok) {
      rememberLeftOut(read.table.digest, encoded)
      onTable(read.table)
    }
  })
  const changeReading = (next: ReadOptions) => {
    setProblem(null)
    change(next)
  }
  return (
    <Dialog ref={dialog} className={css.dialog} title={t.tableWizard.title} onClose={onClose}>
      {reading.kind === 'reading' && (
        <>
          <h2>{t.tableWizard.reading(reading.share)}</h2>
          <progress className={css.progress} value={reading.share} aria-label={t.tableWizard.title} />
        </>
      )}
      {reading.kind === 'refused' && (
        <Refused reading={reading} busy={busy} options={options} onReading={changeReading} />
      )}
      {reading.kind === 'read' && (
        <Choosing
          // Other columns make the earlier choices meaningless.
          key={columnsOf(reading.outline)}
          outline={reading.outline}
          busy={busy}
          problem={problem && problemText({ path: 'data.rows', ...problem }, t)}
          options={options}
          onReading={changeReading}
          onChange={() => setProblem(null)}
          onUse={encode}
          onCancel={onClose}
        />
      )}
      {reading.kind !== 'read' && (
        <div className={css.foot}>
          <Button variant="outline" onClick={onClose}>
            {t.tableWizard.cancel}
          </Button>
        </div>
      )}
    </Dialog>
  )
}

const columnsOf = ({ columns }: TableOutline) => JSON.stringify(columns.map(({ name, kind }) => [name, kind]))

interface RefusedProps {
  reading: Extract<Reading, { kind: 'refused' }>
  busy: boolean
  options: ReadOptions
  onReading(options: ReadOptions): void
}

/** Says why the file is no table, with the decisions that a person can change to make it one. */
function Refused({ reading: { problem, delimiter }, busy, options, onReading }: RefusedProps) {
  const t = useAllText()
  return (
    <div aria-busy={busy}>
      <h2>{t.tableWizard.title}</h2>
      <p role="alert">{fileProblemText(problem, t)}</p>
      <Decisions found={null} delimiter={delimiter} options={options} onChange={onReading} />
      {(problem.kind === 'file-ragged' || problem.kind === 'file-stacked') && (
        <Button variant="outline" size="small" onClick={() => onReading({ ...options, skipOdd: true })}>
          {problem.kind === 'file-ragged' ? t.tableWizard.skipOdd(problem.count) : t.tableWizard.largest}
        </Button>
      )}
    </div>
  )
}

interface ChoosingProps {
  outline: TableOutline
  busy: boolean
  problem: string | null
  options: ReadOptions
  onReading(options: ReadOptions): void
  onChange(): void
  onUse(choices: TableChoices): void
  onCancel(): void
}

function Choosing(props: ChoosingProps) {
  const { outline, busy, problem, options, onReading, onChange, onUse, onCancel } = props
  const t = useAllText()
  const { columns, count, notices, decisions } = outline
  const [choices, setChoices] = useState(() => firstChoices(columns))
  const change = (next: Partial<TableChoices>) => {
    setChoices((now) => ({ ...now, ...next }))
    onChange()
  }
  const predict = (target: number) =>
    change({
      target,
      task: likelyTask(columns[target]!),
      inputs: columns.flatMap((column, i) =>
        i !== target &&
        (choices.inputs.includes(i) || (i === choices.target && isUsualInput(column) && i !== choices.part))
          ? [i]
          : [],
      ),
    })
  const target = columns[choices.target]!
  const odd = columns.flatMap((column) => column.unreadable.slice(0, 1).map((cell) => ({ column, cell })))
  const asked = columns.filter(
    ({ question }, i) =>
      question?.found === null &&
      options.answers[i] === undefined &&
      (i === choices.target || choices.inputs.includes(i)),
  )
  const reason =
    problem ??
    (choices.inputs.length === 0
      ? columns.some((column, i) => i !== choices.target && i !== choices.part && usesOf(column).length > 0)
        ? t.tableWizard.noInputs
        : t.tableWizard.noneUsable
      : !decisions.headerSure
        ? t.tableWizard.headerAsked
        : asked.length > 0
          ? t.tableWizard.asked(asked.map(({ name }) => name))
          : null)
  return (
    <div aria-busy={busy}>
      <h2>
        {t.tableWizard.title} <span className={css.faint}>{t.ownData.size(count, columns.length)}</span>
      </h2>
      <ul className={css.notices}>
        {notices.slice(0, 6).map((notice) => (
          <li key={JSON.stringify(notice)}>{fileNoticeText(notice, t)}</li>
        ))}
        {odd.slice(0, 4).map(({ column, cell }) => (
          <li key={column.name}>{t.tableWizard.odd(column.name, cell.line, cell.text)}</li>
        ))}
      </ul>
      <Decisions found={decisions} delimiter={decisions.delimiter} options={options} onChange={onReading} />
      <div className={css.choices}>
        <label>
          {t.tableWizard.target}
          <select value={choices.target} onChange={(event) => predict(Number(event.target.value))}>
            {columns.map((column, i) =>
              canBeTarget(column) ? (
                <option key={column.name} value={i}>
                  {column.name}
                </option>
              ) : null,
            )}
          </select>
        </label>
        <label>
          {t.tableWizard.task}
          <select
            value={choices.task}
            onChange={(event) => change({ task: event.target.value as TableChoices['task'] })}
          >
            {canBeClasses(target) && <option value="classes">{t.tableWizard.tasks.classes}</option>}
            {target.kind === 'number' && <option value="regression">{t.tableWizard.tasks.regression}</option>}
          </select>
        </label>
        <label>
          {t.tableWizard.part}
          <select
            value={choices.part ?? ''}
            onChange={(event) => {
              const part = event.target.value === '' ? null : Number(event.target.value)
              change({ part, inputs: choices.inputs.filter((i) => i !== part) })
            }}
          >
            <option value="">{t.tableWizard.noPart}</option>
            {columns.map((column, i) =>
              namesParts(column) && i !== choices.target ? (
                <option key={column.name} value={i}>
                  {column.name}
                </option>
              ) : null,
            )}
          </select>
        </label>
        <label>
          {t.tableWizard.missing}
          <select
            value={choices.missing}
            onChange={(event) => change({ missing: event.target.value as TableChoices['missing'] })}
          >
            <option value="drop">{t.tableWizard.missingChoices.drop}</option>
            <option value="fill">{t.tableWizard.missingChoices.fill}</option>
          </select>
        </label>
      </div>
      <p className={css.faint}>
        {choices.missing === 'fill' ? t.tableWizard.fillHint : t.tableWizard.dropHint}
      </p>
      {choices.part !== null && lacksValidation(columns[choices.part]!) && (
        <p className={css.faint}>{t.tableWizard.lacksValidation}</p>
      )}
      <ColumnTable
        outline={outline}
        choices={choices}
        answers={options.answers}
        onChoices={change}
        onAnswer={(column, answer) =>
          onReading({ ...options, answers: { ...options.answers, [column]: answer } })
        }
      />
      {reason !== null && <p role="alert">{reason}</p>}
      <div className={css.foot}>
        <Button variant="outline" onClick={onCancel}>
          {t.tableWizard.cancel}
        </Button>
        <Button
          variant="primary"
          disabled={busy || (reason !== null && problem === null)}
          onClick={() => onUse(choices)}
        >
          {t.tableWizard.use}
        </Button>
      </div>
    </div>
  )
}
