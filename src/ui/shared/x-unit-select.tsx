import { CLOCKS } from '../../store/state.ts'
import { useActions, useAppState, useText } from './app-context.tsx'
import css from './curves.module.css'

/** Unseen, over the word at the end of the x axis: what it counts. */
export function ClockSelect() {
  const t = useText()
  const { look } = useActions()
  const clock = useAppState(({ view }) => view.clock)
  return (
    <div className={css.clock}>
      <select
        aria-label={t.stage.clockLabel}
        title={t.stage.clockLabel}
        value={clock}
        onChange={({ target }) => {
          const next = CLOCKS.find((each) => each === target.value)
          if (next) look({ clock: next, hover: null })
        }}
      >
        {CLOCKS.map((each) => (
          <option key={each} value={each}>
            {t.stage.clockNames[each]}
          </option>
        ))}
      </select>
    </div>
  )
}
