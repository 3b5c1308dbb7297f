import { Button } from '../kit/button.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import css from './live.module.css'

/** Where runs take too long for live mode: what they could have less of. */
export function LiveSlow() {
  const t = useText()
  const { limitLive } = useActions()
  const slow = useAppState(({ live }) => live?.slow ?? null)
  const limit = useAppState(({ live }) => live?.limit ?? null)
  if (limit)
    return (
      <p className={css.slow} role="status">
        {t.live.limited(t.live.limit[limit.setting](limit.most))}
        <Button variant="outline" size="small" onClick={() => limitLive(null)}>
          {t.live.unlimited}
        </Button>
      </p>
    )
  if (!slow) return null
  return (
    <p className={css.slow} role="status">
      {t.live.slow(slow.seconds)}
      {slow.offers.map((offer) => (
        <Button key={offer.setting} variant="outline" size="small" onClick={() => limitLive(offer)}>
          {t.live.limit[offer.setting](offer.most)}
        </Button>
      ))}
    </p>
  )
}
