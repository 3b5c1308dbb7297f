/** Three settings that the keys 1 to 3 lead to. Which they are can be changed at their numbers. */
import type { SettingKey } from '../../../domain/settings/settings.ts'
import { useActions, useAllText } from '../../shared/app-context.tsx'
import { usePresentedSettings } from '../../shared/presented-settings.ts'
import css from './present.module.css'
import { PresentedRow } from './presented-row.tsx'

export function PresentedControls() {
  const { presenting: t, setting: names } = useAllText()
  const { look } = useActions()
  const { settings, choices } = usePresentedSettings()
  return (
    <fieldset className={css.controls} aria-label={t.controls}>
      {settings.map((setting, i) => (
        <div key={setting} className={css.control} data-control={i + 1}>
          <span className={css.number}>
            <kbd aria-hidden>{i + 1}</kbd>
            <select
              aria-label={t.control(i + 1)}
              value={setting}
              onChange={({ target }) =>
                look({ presented: exchanged(settings, i, target.value as SettingKey) })
              }
            >
              {choices.map((key) => (
                <option key={key} value={key}>
                  {names[key].name}
                </option>
              ))}
            </select>
          </span>
          <div data-row>
            <PresentedRow setting={setting} />
          </div>
        </div>
      ))}
    </fieldset>
  )
}

/** The setting in place `i`; one that stands elsewhere changes places with what was there. */
function exchanged(settings: readonly SettingKey[], i: number, setting: SettingKey): readonly SettingKey[] {
  return settings.map((other, k) => (k === i ? setting : other === setting ? settings[i]! : other))
}
