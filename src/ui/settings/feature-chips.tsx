import { FEATURES, type Feature } from '../../domain/experiment/experiment.ts'
import { featureNames } from '../../text/names.ts'
import { marks } from '../shared/marks.ts'
import { useSetting } from '../shared/use-setting.ts'
import css from './settings-column.module.css'

/** Chooses which inputs are computed from the two coordinates; at least one is. */
export function FeatureChips() {
  const { value, label, hidden, onChange } = useSetting<readonly Feature[]>('features')
  if (hidden) return null
  const toggle = (feature: Feature, on: boolean) =>
    onChange(FEATURES.filter((other) => (other === feature ? on : value.includes(other))))
  return (
    <fieldset className={css.chips} {...marks('features')}>
      <legend className={css.chipsLegend}>{label}</legend>
      {FEATURES.map((feature) => (
        <label key={feature} className={css.chip}>
          <input
            type="checkbox"
            checked={value.includes(feature)}
            disabled={value.length === 1 && value[0] === feature}
            onChange={(event) => toggle(feature, event.target.checked)}
          />
          {featureNames[feature]}
        </label>
      ))}
    </fieldset>
  )
}
