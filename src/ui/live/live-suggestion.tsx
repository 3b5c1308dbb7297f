import { settingValue } from '../../domain/settings/setting-values.ts'
import { lowestPoint } from '../../store/live/strip.ts'
import { loss, settingNumber } from '../../text/format.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { useLive } from '../shared/live-context.tsx'
import css from './live.module.css'

/** The value of the setting that was moved last with the lowest loss so far, unless the controls have it. */
export function LiveSuggestion() {
  const t = useText()
  const { edit } = useActions()
  const live = useLive()
  const draft = useAppState((state) => state.draft.experiment)
  const strip = live?.strip
  const of = live?.stripOf ?? 'best'
  const lowest = strip ? lowestPoint(strip.points, of) : null
  if (!strip || !lowest || settingValue(draft, strip.setting) === lowest.value) return null
  return (
    <section className={css.suggestion}>
      <div>
        <b>{t.setting[strip.setting].name}</b> {settingNumber(lowest.value)}
        <small>{t.live.lowestSoFar(of, loss(lowest[of]!), lowest.bestEpoch)}</small>
      </div>
      <Button variant="outline" size="small" onClick={() => edit(strip.setting, lowest.value)}>
        {t.live.set}
      </Button>
    </section>
  )
}
