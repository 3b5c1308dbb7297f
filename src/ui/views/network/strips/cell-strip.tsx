/** What the gates of a recurrent layer do over the steps of a sequence, a picture each; and their means at one step. */
import { useId, useMemo, useState } from 'react'
import { NumberPicture } from '../../../../charts/network/number-picture.tsx'
import type { RecurrentLayer } from '../../../../domain/network/layers.ts'
import { weight, whole } from '../../../../text/format.ts'
import { useAllText } from '../../../shared/app-context.tsx'
import { cellLines } from './cell-lines.ts'
import { spreadOf } from './strip-spread.ts'
import css from './strips.module.css'
import type { CellSeen } from './strips-sight.ts'

interface Props {
  readonly layer: RecurrentLayer
  readonly seen: CellSeen
}

export function CellStrip({ layer, seen }: Props) {
  const t = useAllText()
  const id = useId()
  const { steps, units } = layer
  const [chosen, choose] = useState(steps)
  const step = Math.min(chosen, steps)
  const lines = useMemo(() => cellLines(layer, seen, t), [layer, seen, t])
  return (
    <div className={css.cells}>
      {lines.map(({ name, values, reach }) => (
        <div key={name} className={css.gate}>
          <span>{name}</span>
          <div className={css.steps} style={{ height: Math.max(20, Math.min(4 * units, 72)) }}>
            <NumberPicture
              numbers={transposed(values, steps, units)}
              width={steps}
              height={units}
              reach={reach}
              label={t.strips.overSteps(name, whole(units), whole(steps))}
            />
            <i
              aria-hidden
              style={{ insetInlineStart: `${(100 * (step - 1)) / steps}%`, width: `${100 / steps}%` }}
            />
          </div>
          <output>{weight(spreadOf(values, (step - 1) * units, 1, units).mean)}</output>
        </div>
      ))}
      <div className={css.gate}>
        <label htmlFor={id}>{t.strips.step(whole(step), whole(steps))}</label>
        <input
          id={id}
          type="range"
          min={1}
          max={steps}
          value={step}
          onChange={(event) => choose(Number(event.currentTarget.value))}
        />
        <span className={css.hint}>{t.strips.mean}</span>
      </div>
    </div>
  )
}

/** From steps × units to a line for each unit. */
function transposed(values: Float32Array, steps: number, units: number): Float32Array {
  return Float32Array.from(
    { length: values.length },
    (_, i) => values[(i % steps) * units + Math.floor(i / steps)]!,
  )
}
