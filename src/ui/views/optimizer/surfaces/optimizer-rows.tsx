/** The optimizers of a scene: which of them are drawn, and their rates. */
import { useId } from 'react'
import { runColour } from '../../../../charts/kit/colour.ts'
import { trailStyles } from '../../../../charts/paths/trail.ts'
import { optimizerTraits } from '../../../../domain/experiment/optimizers.ts'
import type { PathOptimizer } from '../../../../domain/optimizer-paths/paths.ts'
import { READY_SCENES } from '../../../../domain/optimizer-paths/ready-scenes.ts'
import type { ShownPaths } from '../../../../store/state.ts'
import { settingNumber } from '../../../../text/format.ts'
import { optimizerNames } from '../../../../text/names.ts'
import { SliderRow } from '../../../kit/slider-row.tsx'
import type { SliderScale } from '../../../kit/slider-scale.ts'
import { useAllText } from '../../../shared/app-context.tsx'
import css from './optimizer-rows.module.css'
import { trailNames } from './trail-names.ts'

const RATE: SliderScale = { kind: 'log', min: 0.0001, max: 10, mantissas: [1, 1.5, 2, 3, 4, 5, 6, 8] }
const MOMENTUM: SliderScale = { kind: 'linear', min: 0, max: 0.99, step: 0.01 }
/** What an optimizer has that sets none of its own. */
const MU = 0.9

interface Props {
  readonly shown: ShownPaths
  onShown(shown: ShownPaths): void
  /** The place of the optimizer whose arrows are drawn. */
  readonly pointed: number | null
  onPoint(index: number | null): void
}

export function OptimizerRows({ shown, onShown, pointed, onPoint }: Props) {
  const { paths: text } = useAllText()
  const { scene, off } = shown
  const styles = trailStyles(scene.optimizers.map(({ kind }) => kind))
  const names = trailNames(scene.optimizers)
  const ready = READY_SCENES[scene.surface].optimizers
  const put = (index: number, next: PathOptimizer) =>
    onShown({ scene: { ...scene, optimizers: scene.optimizers.with(index, next) }, off })
  const show = (index: number, on: boolean) =>
    onShown({ scene, off: on ? off.filter((other) => other !== index) : [...off, index] })
  return (
    <div>
      <p className={css.caption}>
        {text.optimizers}
        <span>{text.rate}</span>
      </p>
      <ul className={css.rows} onPointerLeave={() => onPoint(null)}>
        {scene.optimizers.map((optimizer, index) => (
          <li
            key={index}
            data-off={off.includes(index)}
            data-pointed={pointed === index}
            onPointerEnter={() => onPoint(index)}
            onFocus={() => onPoint(index)}
          >
            <input
              type="checkbox"
              className={css.swatch}
              data-dashed={styles[index]!.dashed}
              style={{ color: runColour(styles[index]!.colour) }}
              aria-label={text.shown(names[index]!)}
              title={text.shown(names[index]!)}
              checked={!off.includes(index)}
              onChange={(event) => show(index, event.target.checked)}
            />
            <div className={css.settings}>
              <Rates
                optimizer={optimizer}
                baseline={ready[index]?.kind === optimizer.kind ? ready[index] : optimizer}
                onChange={(next) => put(index, next)}
              />
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface RatesProps {
  readonly optimizer: PathOptimizer
  /** The settings that changes are marked against. */
  readonly baseline: PathOptimizer
  onChange(optimizer: PathOptimizer): void
}

function Rates({ optimizer, baseline, onChange }: RatesProps) {
  const { paths: text, undo } = useAllText()
  const id = useId()
  const name = optimizerNames[optimizer.kind]
  return (
    <>
      <SliderRow
        id={`${id}-rate`}
        label={name}
        value={optimizer.learningRate}
        baseline={baseline.learningRate}
        scale={RATE}
        limits={[0, 1000]}
        format={settingNumber}
        onChange={(learningRate) => onChange({ ...optimizer, learningRate })}
        undoLabel={undo(text.learningRate(name))}
      />
      {optimizerTraits(optimizer.kind).settings.includes('momentum') && (
        <SliderRow
          id={`${id}-momentum`}
          label={text.momentum}
          value={optimizer.momentum ?? MU}
          baseline={baseline.momentum ?? MU}
          scale={MOMENTUM}
          format={settingNumber}
          onChange={(momentum) => onChange({ ...optimizer, momentum })}
          undoLabel={undo(text.momentum)}
        />
      )}
    </>
  )
}
