/** Says how the learning rates of a comparison were chosen, and offers the other way at one press. */
import {
  type Comparison,
  comparisonText,
  hasOwnRates,
  isAboutRates,
} from '../../domain/comparison/comparison.ts'
import { settingNumber } from '../../text/format.ts'
import { valueText } from '../../text/run-name.ts'
import { Button } from '../kit/button.tsx'
import { useAppContext, useAppState, useText, useTunedComparison } from '../shared/app-context.tsx'
import css from './comparison.module.css'
import { ComparisonButton } from './comparison-button.tsx'
import { RateRows } from './rate-rows.tsx'

export function RatesBlock({ comparison }: { readonly comparison: Comparison }) {
  const t = useText()
  const { app } = useAppContext()
  const found = useTunedComparison((state) => state.found)
  const rate = useAppState(({ draft }) => draft.experiment.optimizer.learningRate)
  const runs = useAppState((state) => state.runs)
  const { setting } = comparison
  const tried = found !== null && comparisonText(comparison) === found.comparison ? found.rates : null
  const title = tried
    ? t.comparisonDialog.found
    : hasOwnRates(comparison)
      ? t.comparisonDialog.ownRates
      : t.comparisonDialog.oneRateTitle(settingNumber(rate))
  const colourOf = (value: string) =>
    runs.findLast(({ lineupValue }) => lineupValue?.key === setting && lineupValue.to === value)?.colour
  return (
    <section className={css.block} aria-label={title}>
      <h3>{title}</h3>
      {tried && <RateRows setting={setting} rates={tried} colourOf={colourOf} />}
      {tried && <p className={css.hint}>{t.comparisonDialog.foundHint}</p>}
      {!tried && hasOwnRates(comparison) && (
        <p>
          {comparison.entries
            .map(({ value, also }) =>
              t.comparisonDialog.named(
                valueText(setting, value, app.tables, t),
                settingNumber(Number(also.find(({ key }) => key === 'lr')?.to ?? rate)),
              ),
            )
            .join(t.panes.dot)}
        </p>
      )}
      {!hasOwnRates(comparison) && <p className={css.hint}>{t.comparisonDialog.oneRateHint}</p>}
      <OtherRates />
    </section>
  )
}

/**
 * Switches from a rate for each value to one for all, and back. Where no such rates are known, the dialog that finds
 * them opens.
 */
export function OtherRates() {
  const t = useText()
  const { tunedComparison } = useAppContext()
  const comparison = useAppState(({ draft }) => draft.comparison)
  const rate = useAppState(({ draft }) => draft.experiment.optimizer.learningRate)
  const hidden = useAppState(({ view }) => view.hide.includes('lr'))
  if (comparison === null || !isAboutRates(comparison) || hidden) return null
  return hasOwnRates(comparison) ? (
    <Button variant="outline" size="small" onClick={tunedComparison.startAtOneRate}>
      {t.comparisonDialog.toOneRate(settingNumber(rate))}
    </Button>
  ) : (
    <ComparisonButton
      label={t.comparisonDialog.toOwnRates}
      rates="own"
      tryFirst={tunedComparison.startAtOwnRates}
    />
  )
}
