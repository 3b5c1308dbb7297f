import { X_UNITS } from '../../store/view-choices.ts'
import { useActions, useText } from './app-context.tsx'
import css from './curves.module.css'
import { useIsTimed, useXUnit } from './x-unit.ts'

/** An invisible select over the word at the end of the x axis, which chooses what the axis counts. */
export function XUnitSelect() {
  const t = useText()
  const { look } = useActions()
  const xUnit = useXUnit()
  const isTimed = useIsTimed()
  return (
    <div className={css.clock}>
      <select
        aria-label={t.stage.xUnitLabel}
        title={t.stage.xUnitLabel}
        value={xUnit}
        onChange={({ target }) => {
          const next = X_UNITS.find((each) => each === target.value)
          if (next) look({ xUnit: next, hover: null })
        }}
      >
        {X_UNITS.map((each) => (
          <option key={each} value={each} disabled={each === 'seconds' && !isTimed}>
            {each === 'seconds' && !isTimed ? t.stage.untimed : t.stage.xUnitNames[each]}
          </option>
        ))}
      </select>
    </div>
  )
}
