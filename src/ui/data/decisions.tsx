/** How the file was read: each decision of the reader is a control that changes it. */
import type { ReadOptions } from '../../table-file/options.ts'
import type { Decisions as Found } from '../../table-file/read-table.ts'
import { DELIMITERS, type Delimiter } from '../../table-file/scan.ts'
import { useAllText } from '../shared/app-context.tsx'
import css from './wizard.module.css'

interface Props {
  /** null where the file could not be read as a table; then only the delimiter is known. */
  found: Found | null
  delimiter: Delimiter | null
  options: ReadOptions
  onChange(options: ReadOptions): void
}

export function Decisions({ found, delimiter, options, onChange }: Props) {
  const t = useAllText()
  const { tableWizard } = t
  // Another delimiter gives other columns, so that the answers about columns no longer hold.
  const change = (next: Partial<ReadOptions>) => onChange({ ...options, ...next })
  const asked = found !== null && !found.headerSure
  // What the reader found is no longer known once a person chose something else.
  const label = (said: unknown, what: string) =>
    said === null ? tableWizard.asFound(what) : tableWizard.find
  return (
    <fieldset className={css.choices} aria-label={tableWizard.decisions}>
      {delimiter !== null && (
        <label>
          {tableWizard.delimiter}
          <select
            value={options.delimiter ?? ''}
            onChange={({ target }) =>
              change({ delimiter: DELIMITERS.find((each) => each === target.value) ?? null, answers: {} })
            }
          >
            <option value="">{label(options.delimiter, tableWizard.delimiters[delimiter])}</option>
            {DELIMITERS.map((each) => (
              <option key={each} value={each}>
                {tableWizard.delimiters[each]}
              </option>
            ))}
          </select>
        </label>
      )}
      {found && (
        <>
          <label>
            {tableWizard.decimal}
            <select
              value={options.decimal ?? ''}
              onChange={({ target: { value } }) =>
                change({ decimal: value === 'point' || value === 'comma' ? value : null, answers: {} })
              }
            >
              <option value="">
                {label(options.decimal, tableWizard.decimals[found.decimal ?? 'none'])}
              </option>
              <option value="point">{tableWizard.decimals.point}</option>
              <option value="comma">{tableWizard.decimals.comma}</option>
            </select>
          </label>
          <label data-asked={asked}>
            {tableWizard.header}
            <select
              value={options.header === null ? '' : options.header ? 'names' : 'row'}
              onChange={({ target: { value } }) =>
                change({ header: value === '' ? null : value === 'names' })
              }
            >
              <option value="">
                {asked
                  ? tableWizard.choose1
                  : label(options.header, tableWizard.headers[found.header ? 'names' : 'row'])}
              </option>
              <option value="names">{tableWizard.headers.names}</option>
              <option value="row">{tableWizard.headers.row}</option>
            </select>
          </label>
          {(found.comments || options.comments !== null) && (
            <label>
              {tableWizard.comments}
              <select
                value={found.comments ? 'out' : 'rows'}
                onChange={({ target }) => change({ comments: target.value === 'out' })}
              >
                <option value="out">{tableWizard.commentChoices.out}</option>
                <option value="rows">{tableWizard.commentChoices.rows}</option>
              </select>
            </label>
          )}
        </>
      )}
    </fieldset>
  )
}
