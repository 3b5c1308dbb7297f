/** One line for each column of the file: whether it is an input, what it is, what it lacks. */
import { isUsableInput, type TableChoices } from '../../domain/data/encode-table.ts'
import { whole } from '../../text/format.ts'
import { useText } from '../lab-context.tsx'
import type { TableOutline } from './table-worker.ts'
import css from './wizard.module.css'

interface Props {
  outline: TableOutline
  choices: TableChoices
  onInputs(inputs: readonly number[]): void
}

export function ColumnTable({ outline: { columns, preview }, choices, onInputs }: Props) {
  const t = useText()
  const toggle = (column: number, on: boolean) =>
    onInputs(columns.flatMap((_, i) => ((i === column ? on : choices.inputs.includes(i)) ? [i] : [])))
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t.ownData.column}</th>
            <th scope="col">{t.ownData.kind}</th>
            <th scope="col">{t.ownData.gaps}</th>
            <th scope="col">{t.ownData.firstRows}</th>
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
                    disabled={!isUsableInput(column) || i === choices.target || i === choices.part}
                    onChange={(event) => toggle(i, event.target.checked)}
                  />{' '}
                  {column.name}
                </label>
              </th>
              <td>{i === choices.target ? t.ownData.target : t.ownData.kinds[column.kind]}</td>
              <td>
                {column.missing === 0
                  ? ''
                  : t.ownData.lines(column.missing, column.missingLines.map(whole).join(', '))}
              </td>
              <td className={css.faint}>{preview.map((row) => row[i]).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
