/** How the learning rates of a comparison were chosen, and the other way, one press away. */
import { hasOwnRates, type Lineup, lineupText } from '../../domain/comparison/comparison.ts'
import { settingNumber } from '../../text/format.ts'
import { valueText } from '../../text/run-name.ts'
import { Button } from '../kit/button.tsx'
import { useLab, useRace, useRoom, useText } from '../shared/app-context.tsx'
import css from './comparison.module.css'
import { RaceButton } from './comparison-button.tsx'
import { RateRows } from './rate-rows.tsx'

/** As long as the draft is a comparison. */
export function RatesBlock() {
  const t = useText()
  const found = useRace((state) => state.found)
  const lineup = useLab(({ draft }) => draft.lineup)
  const rate = useLab(({ draft }) => draft.experiment.optimizer.learningRate)
  const runs = useLab((state) => state.runs)
  if (lineup === null || !isAboutRates(lineup)) return null
  const { setting } = lineup
  const tried = found !== null && lineupText(lineup) === found.lineup ? found.rates : null
  const title = tried
    ? t.race.found
    : hasOwnRates(lineup)
      ? t.race.ownRates
      : t.race.oneRateTitle(settingNumber(rate))
  const colourOf = (value: string) =>
    runs.findLast(({ lineupValue }) => lineupValue?.key === setting && lineupValue.to === value)?.colour
  return (
    <section className={css.block} aria-label={title}>
      <h3>{title}</h3>
      {tried && <RateRows setting={setting} rates={tried} colourOf={colourOf} />}
      {tried && <p className={css.hint}>{t.race.foundHint}</p>}
      {!tried && hasOwnRates(lineup) && (
        <p>
          {lineup.entries
            .map(({ value, also }) =>
              t.race.named(
                valueText(setting, value, t),
                settingNumber(Number(also.find(({ key }) => key === 'lr')?.to ?? rate)),
              ),
            )
            .join(t.panes.dot)}
        </p>
      )}
      {!hasOwnRates(lineup) && <p className={css.hint}>{t.race.oneRateHint}</p>}
      <OtherRates />
    </section>
  )
}

/** A comparison that has rates of its own, or should be seen with them. */
function isAboutRates(lineup: Lineup): boolean {
  return hasOwnRates(lineup) || (lineup.setting === 'optimizer' && lineup.entries.length > 1)
}

/** From rates of their own to one for all, and back; where no own ones are known, to the dialog that finds them. */
export function OtherRates() {
  const t = useText()
  const { race } = useRoom()
  const lineup = useLab(({ draft }) => draft.lineup)
  const rate = useLab(({ draft }) => draft.experiment.optimizer.learningRate)
  if (lineup === null || !isAboutRates(lineup)) return null
  return hasOwnRates(lineup) ? (
    <Button variant="outline" size="small" onClick={race.startAtOneRate}>
      {t.race.toOneRate(settingNumber(rate))}
    </Button>
  ) : (
    <RaceButton label={t.race.toOwnRates} rates="own" tryFirst={race.startAtOwnRates} />
  )
}
