/** What the keys of a presentation do. Each that is a verb can also be pressed here, as on a screen that is touched. */
import { keptAs } from '../../../store/live/live-actions.ts'
import { useAllText, useAppState } from '../../shared/app-context.tsx'
import css from './present.module.css'

/** `picture`: whether the data have one. */
export function PresentKeys({ picture }: { readonly picture: boolean }) {
  const { presenting: t, controls, live } = useAllText()
  const isLive = useAppState((state) => state.live !== null)
  const isLecture = useAppState(({ lecture }) => lecture !== null && lecture.scenes.length > 0)
  const isKept = useAppState((state) => state.live !== null && keptAs(state) !== undefined)
  return (
    <footer className={css.keys}>
      {isLive ? (
        <Verb keyName={live.enter} pressed="Enter" does={isKept ? t.kept : t.keep} />
      ) : (
        <Verb keyName={controls.space} pressed=" " does={t.run} />
      )}
      <Hint keyName="1–3" does={t.choose} />
      <Hint keyName="← →" does={t.adjust} />
      {!isLive && <Verb keyName="S" does={t.step} />}
      <Verb keyName="R" does={t.reset} />
      <Verb keyName="L" does={t.log} />
      {picture && <Verb keyName="B" does={t.picture} />}
      <Verb keyName="V" does={t.verdict} />
      {isLecture && <Hint keyName="PgUp PgDn" does={t.scenes} />}
      <Verb keyName="Esc" pressed="Escape" does={t.leave} />
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

/**
 * To press it is to press its key: what that does stands in one place. The focus stays with the control that the arrows
 * move. `pressed` is what browsers call the key, where that is not its name.
 */
function Verb({ keyName, pressed = keyName, does }: HintProps & { readonly pressed?: string }) {
  return (
    <button
      type="button"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => dispatchEvent(new KeyboardEvent('keydown', { key: pressed, cancelable: true }))}
    >
      <kbd aria-hidden>{keyName}</kbd> {does}
    </button>
  )
}
