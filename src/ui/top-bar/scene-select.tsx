import { ChevronDown } from 'lucide-react'
import { PRESET_KEYS, type PresetKey } from '../../domain/experiment/presets.ts'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import css from './top-bar.module.css'

export function SceneSelect() {
  const t = useText()
  const { choosePreset } = useActions()
  const preset = useAppState(({ draft }) => draft.preset)
  const name = preset === null ? t.presets.free : t.presets.names[preset]
  return (
    <div className={css.scene} title={name}>
      <select
        aria-label={t.presets.label}
        value={preset ?? ''}
        onChange={(event) => choosePreset(event.target.value as PresetKey)}
      >
        {preset === null && <option value="">{t.presets.free}</option>}
        {PRESET_KEYS.map((key) => (
          <option key={key} value={key}>
            {t.presets.names[key]}
          </option>
        ))}
      </select>
      <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
    </div>
  )
}
