/** The convolutions of a network, block by block, with the size of each block's output. */
import { Plus, X } from 'lucide-react'
import type { Block } from '../../../domain/experiment/experiment.ts'
import { networkLayers } from '../../../domain/network/network.ts'
import { whole } from '../../../text/format.ts'
import { Button } from '../../kit/button.tsx'
import { Stepper } from '../../kit/stepper.tsx'
import { useAppState, useText } from '../../shared/app-context.tsx'
import { about, marks } from '../../shared/marks.ts'
import { useSetting } from '../../shared/use-setting.ts'
import { MOST_IN_BLOCK } from './convolution-rows.tsx'
import css from './model.module.css'

const MOST_BLOCKS = 8
const POOLS = [1, 2, 3, 4] as const

export function BlockList() {
  const t = useText()
  const blocks = useSetting<readonly Block[]>('blocks')
  const shapes = useBlockShapes()
  if (blocks.hidden) return null
  const set = (index: number, block: Block | null) =>
    blocks.onChange(blocks.value.flatMap((other, i) => (i !== index ? [other] : block ? [block] : [])))
  const add = () => blocks.onChange([...blocks.value, { ...blocks.value.at(-1)!, layers: 1, pool: 1 }])
  return (
    <>
      <ol aria-label={t.setting.blocks.name}>
        {blocks.value.map((block, i) => (
          <li key={i} {...marks('blocks', [i])}>
            <BlockRow
              block={block}
              number={i + 1}
              shape={shapes[i]!.text}
              onChange={(next) => set(i, next)}
              removable={blocks.value.length > 1}
            />
          </li>
        ))}
      </ol>
      {blocks.problem && (
        <p className={css.reason} role="alert">
          {blocks.problem}
        </p>
      )}
      <div className={css.flatten}>
        <Button
          variant="plain"
          size="small"
          icon={<Plus size={14} aria-hidden />}
          onClick={add}
          disabled={blocks.value.length >= MOST_BLOCKS}
        >
          {t.model.addBlock}
        </Button>
        <span>{t.model.flatten(shapes.at(-1)!.numbers)}</span>
      </div>
    </>
  )
}

interface BlockShape {
  readonly text: string
  readonly numbers: string
}

/** The size of each block's output, such as `14 × 14 × 8`. */
function useBlockShapes(): readonly BlockShape[] {
  const experiment = useAppState(({ draft }) => draft.experiment)
  const layers = networkLayers(experiment)
  let last = -1
  return experiment.model.blocks.map(({ layers: count, filters, pool }) => {
    last += count
    const layer = layers[last]!
    if (layer.kind !== 'convolution') throw new Error('a block ends in no convolution')
    const [height, width] = [layer.height, layer.width].map((side) => Math.floor(side / pool))
    return { text: `${height} × ${width} × ${filters}`, numbers: whole(layer.outputs) }
  })
}

interface RowProps {
  block: Block
  number: number
  shape: string
  removable: boolean
  onChange(block: Block | null): void
}

function BlockRow({ block, number, shape, removable, onChange }: RowProps) {
  const t = useText()
  const filters = t.model.filters(number)
  const layers = t.model.convolutions(number)
  return (
    <div className={css.block}>
      <span className={css.layerNumber} {...about('setting.blocks')}>
        {number}
      </span>
      <Stepper
        label={filters}
        value={block.filters}
        min={1}
        max={512}
        step={block.filters >= 16 ? 8 : 1}
        onChange={(next) => onChange({ ...block, filters: next })}
        decreaseLabel={t.decrease(filters)}
        increaseLabel={t.increase(filters)}
      />
      <span className={css.times}>
        ×
        <Stepper
          label={layers}
          value={block.layers}
          min={1}
          max={MOST_IN_BLOCK}
          step={1}
          onChange={(next) => onChange({ ...block, layers: next })}
          decreaseLabel={t.decrease(layers)}
          increaseLabel={t.increase(layers)}
        />
      </span>
      <Button
        variant="icon"
        size="small"
        icon={<X size={14} aria-hidden />}
        aria-label={t.model.removeBlock(number)}
        onClick={() => onChange(null)}
        disabled={!removable}
      />
      <select
        className={css.pool}
        aria-label={t.model.poolOf(number)}
        value={block.pool}
        onChange={(event) => onChange({ ...block, pool: Number(event.target.value) })}
      >
        {POOLS.map((pool) => (
          <option key={pool} value={pool}>
            {pool === 1 ? t.model.noPool : t.model.pool(pool)}
          </option>
        ))}
      </select>
      <span className={css.shape}>→ {shape}</span>
    </div>
  )
}
