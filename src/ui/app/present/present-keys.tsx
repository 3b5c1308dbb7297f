/** What the keys of a presentation do. Each that is a verb can also be pressed here, as on a screen that is touched. */
import { keptAs } from '../../../store/live/live-actions.ts'
import { useActions, useAllText, useAppState } from '../../shared/app-context.tsx'
import css from './present.module.css'

interface PresentKeysProps {
  /** null where the data have no picture. */
  readonly onPicture: (() => void) | null
  onVerdict(): void
  onLeave(): void
}

export function PresentKeys({ onPicture, onVerdict, onLeave }: PresentKeysProps) {
  const { presenting: t, controls, live } = useAllText()
  const { runOrPause, keepLive, step, reset, undoAll, look } = useActions()
  const isLive = useAppState((state) => state.live !== null)
  const isKept = useAppState((state) => state.live !== null && keptAs(state) !== undefined)
  const scale = useAppState(({ view }) => view.scale)
  return (
    <footer className={css.keys}>
      {isLive ? (
        <Verb keyName={live.enter} does={isKept ? t.kept : t.keep} onPress={keepLive} />
      ) : (
        <Verb keyName={controls.space} does={t.run} onPress={runOrPause} />
      )}
      <Hint keyName="1–3" does={t.choose} />
      <Hint keyName="← →" does={t.adjust} />
      {!isLive && <Verb keyName="S" does={t.step} onPress={step} />}
      <Verb keyName="R" does={t.reset} onPress={isLive ? undoAll : reset} />
      <Verb keyName="L" does={t.log} onPress={() => look({ scale: scale === 'log' ? 'linear' : 'log' })} />
      {onPicture && <Verb keyName="B" does={t.picture} onPress={onPicture} />}
      <Verb keyName="V" does={t.verdict} onPress={onVerdict} />
      <Verb keyName="Esc" does={t.leave} onPress={onLeave} />
    </footer>
  )
}

interface HintProps {
  readonly keyName: string
  readonly does: string
}

function Hint({ keyName, does }: HintProps) {
  return (
    <span>
      <kbd>{keyName}</kbd> {does}
    </span>
  )
}

/** A press does not take the focus from the control that the arrows move. */
function Verb({ keyName, does, onPress }: HintProps & { onPress(): void }) {
  return (
    <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={onPress}>
      <kbd aria-hidden>{keyName}</kbd> {does}
    </button>
  )
}
