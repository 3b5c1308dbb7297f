/** One row for each value of a comparison: a curve of losses over the learning rates tried, and the rate chosen. */
import { RateCurve } from '../../charts/curves/rate-curve.tsx'
import { type FoundRate, RATE_ENDS } from '../../domain/comparison/rate-search.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import { settingNumber } from '../../text/format.ts'
import { valueText } from '../../text/run-name.ts'
import { useAppContext, useText } from '../shared/app-context.tsx'
import css from './comparison.module.css'

interface RowsProps {
  readonly setting: SettingKey
  readonly rates: readonly FoundRate[]
  /** The colour of the value's run, where there is one. */
  readonly colourOf?: (value: string) => number | undefined
}

export function RateRows({ setting, rates, colourOf }: RowsProps) {
  const t = useText()
  const { app } = useAppContext()
  return (
    <ul className={css.rates}>
      {rates.map(({ value, tries, rate, atEdge }) => {
        const name = valueText(setting, value, app.tables, t)
        const colour = colourOf?.(value)
        const token = colour === undefined ? '--ink' : colour > 5 ? '--run-more' : `--run-${colour}`
        const said = rate === null ? '–' : settingNumber(rate)
        return (
          <li key={value}>
            <span
              className={css.entrant}
              style={{ color: colour === undefined ? 'var(--ink)' : `var(${token}-text)` }}
            >
              {name}
            </span>
            <span style={{ color: `var(${token})` }}>
              <RateCurve
                tries={tries}
                rate={rate}
                ends={RATE_ENDS}
                label={t.comparisonDialog.tries(name, said)}
              />
            </span>
            <output className={css.rate}>
              {tries.length > 0 && t.comparisonDialog.rate(said)}
              {rate === null && tries.length === 10 && <small>{t.comparisonDialog.none}</small>}
              {atEdge && tries.length === 10 && <small>{t.comparisonDialog.edge}</small>}
            </output>
          </li>
        )
      })}
    </ul>
  )
}
