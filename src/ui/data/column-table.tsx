/**
 * One line for each column of the file: whether it is an input, how it is read or why it is unused, and how many values
 * it lacks.
 */

import { isoDay } from '../../table-file/dates.ts'
import { isUsualInput, type TableChoices, type Use, usesOf } from '../../table-file/encode-table.ts'
import type { Answer, ColumnQuestion } from '../../table-file/options.ts'
import type { ColumnOutline, TableOutline } from '../../table-file/table-worker.ts'
import { settingNumber, whole } from '../../text/format.ts'
import type { AllMessages } from '../../text/messages.ts'
import { useAllText } from '../shared/app-context.tsx'
import css from './wizard.module.css'

interface Props {
  outline: TableOutline
  choices: TableChoices
  answers: Readonly<Record<number, Answer>>
  onChoices(choices: Partial<TableChoices>): void
  onAnswer(column: number, answer: Answer): void
}

export function ColumnTable({ outline, choices, answers, onChoices, onAnswer }: Props) {
  const t = useAllText()
  const { columns, preview } = outline
  const toggle = (column: number, on: boolean) =>
    onChoices({
      inputs: columns.flatMap((_, i) => ((i === column ? on : choices.inputs.includes(i)) ? [i] : [])),
    })
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t.tableWizard.column}</th>
            <th scope="col">{t.tableWizard.kind}</th>
            <th scope="col">{t.tableWizard.gaps}</th>
            <th scope="col">{t.tableWizard.firstRows}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, i) => (
            <tr key={column.name}>
              <th scope="row">
                <label>
                  <input
                    type="checkbox"
                    checked={choices.inputs.includes(i)}
                    disabled={usesOf(column).length === 0 || i === choices.target || i === choices.part}
                    onChange={(event) => toggle(i, event.target.checked)}
                  />{' '}
                  {column.name}
                </label>
              </th>
              <td>
                <Kind
                  column={column}
                  role={i === choices.target ? 'target' : i === choices.part ? 'part' : 'input'}
                  used={choices.inputs.includes(i)}
                  use={choices.uses[i] ?? null}
                  answer={answers[i] ?? null}
                  onUse={(use) => onChoices({ uses: { ...choices.uses, [i]: use } })}
                  onAnswer={(answer) => onAnswer(i, answer)}
                />
              </td>
              <td>
                {column.missing === 0
                  ? ''
                  : t.tableWizard.lines(column.missing, column.missingLines.map(whole).join(', '))}
              </td>
              <td className={css.faint}>{preview.map((row) => row[i]).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface KindProps {
  column: ColumnOutline
  role: 'target' | 'part' | 'input'
  used: boolean
  use: Use | null
  answer: Answer | null
  onUse(use: Use): void
  onAnswer(answer: Answer): void
}

function Kind({ column, role, used, use, answer, onUse, onAnswer }: KindProps) {
  const t = useAllText()
  const uses = usesOf(column)
  const chooses = role === 'input' && used && uses.length > 0 && (uses.length > 1 || !isUsualInput(column))
  return (
    <div className={css.kind}>
      {chooses ? (
        <select
          aria-label={`${column.name}: ${t.tableWizard.how}`}
          value={use ?? uses[0]}
          onChange={({ target }) => onUse(uses.find((each) => each === target.value)!)}
        >
          {uses.map((each) => (
            <option key={each} value={each}>
              {t.tableWizard.uses[each]}
            </option>
          ))}
        </select>
      ) : (
        <span>
          {role === 'target'
            ? t.tableWizard.targetColumn
            : role === 'part'
              ? t.tableWizard.partColumn
              : kindText(column, uses.length > 0, t)}
        </span>
      )}
      {column.question ? (
        <Question name={column.name} question={column.question} answer={answer} onAnswer={onAnswer} />
      ) : null}
      <Notes column={column} />
    </div>
  )
}

function kindText(
  { kind, words, codes }: ColumnOutline,
  usable: boolean,
  { tableWizard }: AllMessages,
): string {
  if (kind === 'id' && !usable) return tableWizard.idText
  return kind === 'text' && codes ? tableWizard.textOf(words.length) : tableWizard.kinds[kind]
}

interface QuestionProps {
  name: string
  question: ColumnQuestion
  answer: Answer | null
  onAnswer(answer: Answer): void
}

/**
 * Shows both readings of the first ambiguous cell; none is chosen in advance where the rest of the file does not
 * decide.
 */
function Question({ name, question, answer, onAnswer }: QuestionProps) {
  const { tableWizard } = useAllText()
  const chosen = answer ?? question.found
  const value = (of: number) => (question.kind === 'date' ? isoDay(of) : settingNumber(of))
  return (
    <label data-asked={chosen === null}>
      {tableWizard.reads(question.text)}{' '}
      <select
        aria-label={`${name}: ${tableWizard.reads(question.text)}`}
        value={chosen ?? ''}
        onChange={({ target }) => {
          const said = question.readings.find((each) => each.answer === target.value)
          if (said) onAnswer(said.answer)
        }}
      >
        {chosen === null && <option value="">{tableWizard.choose1}</option>}
        {question.readings.map((each) => (
          <option key={each.answer} value={each.answer}>
            {tableWizard.readings[each.answer](value(each.value))}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What the reader removed from the cells: currencies, percent signs and the like. */
function Notes({ column }: { column: ColumnOutline }) {
  const { tableWizard } = useAllText()
  const notes = column.notes.map((note) => {
    switch (note.kind) {
      case 'read-as':
        return tableWizard.readAs(note.text, settingNumber(note.value))
      case 'units':
        return note.units.length > 1
          ? tableWizard.mixedUnits(note.units.join(' '))
          : note.units[0] === '%'
            ? tableWizard.percentUnit
            : tableWizard.units(note.units[0]!)
      case 'code':
        return tableWizard.code
      default:
        return note satisfies never
    }
  })
  return notes.length === 0 ? null : <span className={css.faint}>{notes.join(' · ')}</span>
}
