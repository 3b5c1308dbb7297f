import { useMemo } from 'react'
import { StemPlot } from '../../charts/model/stem-plot.tsx'
import { settingNumber, whole } from '../../text/format.ts'
import { useText } from '../shared/app-context.tsx'
import css from './views.module.css'

/** Weights nearer to 0 than this count as zero: the slope of L1 alone never leaves them at 0. */
const NEAR_ZERO = 0.01

interface Props {
  readonly weights: ReadonlyMap<number, number>
  readonly inputs: number
  readonly outputs: Float32Array | null
}

/** The effect of each input, beside its true effect. */
export function EffectsFit({ weights, inputs, outputs }: Props) {
  const t = useText()
  const found = useMemo(() => outputs?.subarray(1).map((value) => value - outputs[0]!) ?? null, [outputs])
  const idle = inputs - weights.size
  const silent = found?.reduce(
    (sum, value, i) => sum + Number(!weights.has(i) && Math.abs(value) < NEAR_ZERO),
    0,
  )
  return (
    <>
      <div className={css.curve}>
        <StemPlot
          found={found}
          truth={weights}
          inputs={inputs}
          tick={settingNumber}
          label={t.fit.effectsLabel}
        />
      </div>
      <p className={css.legend}>
        {t.fit.rings(whole(weights.size))}
        {silent !== undefined && ` · ${t.fit.silent(whole(silent), whole(idle))}`}
      </p>
    </>
  )
}
