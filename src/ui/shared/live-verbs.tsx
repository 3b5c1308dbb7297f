import { keptAs } from '../../store/live/live-actions.ts'
import { Button } from '../kit/button.tsx'
import { Switch } from '../kit/switch.tsx'
import { useActions, useAppState, useText } from './app-context.tsx'
import css from './live-verbs.module.css'

/** Keeps the live run, and trains five seeds of it. */
export function LiveVerbs() {
  const t = useText()
  const { keepLive, setFiveSeeds } = useActions()
  const isKept = useAppState((state) => keptAs(state) !== undefined)
  const isWhole = useAppState(({ live }) => live?.shown?.own.status.kind === 'ended')
  const five = useAppState(({ live }) => live?.fiveSeeds ?? false)
  return (
    <div className={css.verbs}>
      <Button
        variant="outline"
        size="small"
        disabled={!isWhole || isKept}
        {...(!isKept && { keys: t.live.enter })}
        onClick={keepLive}
      >
        {isKept ? t.live.kept : t.live.keep}
      </Button>
      <div title={t.live.fiveSeedsHint}>
        <Switch label={t.live.fiveSeeds} checked={five} onChange={setFiveSeeds} />
      </div>
    </div>
  )
}
