import { useId } from 'react'
import { SwitchInput } from '../kit/switch.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { useKeyHint } from '../shared/key-hint.ts'
import { about } from '../shared/marks.ts'
import css from './live.module.css'

/** Live mode on or off: yellow while it is on, because it then takes the place of Run. */
export function LiveSwitch() {
  const t = useText()
  const { setLive } = useActions()
  const on = useAppState(({ live }) => live !== null)
  const id = useId()
  return (
    <label
      className={css.switch}
      data-on={on}
      title={useKeyHint()(t.live.hint, 'V')}
      htmlFor={id}
      {...about('tool.live')}
    >
      <span>{t.live.name}</span>
      <SwitchInput id={id} checked={on} onChange={setLive} />
    </label>
  )
}
