/** The settings that all convolutions of a network share. */
import type { Block } from '../../../domain/experiment/experiment.ts'
import { networkLayers } from '../../../domain/network/network.ts'
import { whole } from '../../../text/format.ts'
import { SelectRow } from '../../kit/select-row.tsx'
import { SliderRow } from '../../kit/slider-row.tsx'
import { useAppState, useText } from '../../shared/app-context.tsx'
import { marks } from '../../shared/marks.ts'
import { useSetting } from '../../shared/use-setting.ts'

/** The most convolutions in one block. */
export const MOST_IN_BLOCK = 32
/** The fewest and the most weight layers of the slider. */
const [SHALLOWEST, DEEPEST] = [2, 32]

/** The number of all weight layers as one slider; the last block takes the change. */
export function DepthRow() {
  const t = useText()
  const {
    problem: _,
    comparison: __,
    hidden,
    value: blocks,
    onChange,
    baseline,
    ...props
  } = useSetting<readonly Block[]>('blocks')
  const depth = useAppState(({ draft }) => networkLayers(draft.experiment).length)
  if (hidden) return null
  const last = blocks.at(-1)!
  const others = depth - last.layers
  const before = others + (baseline.at(-1)?.layers ?? 1)
  const change = (next: number) =>
    onChange([
      ...blocks.slice(0, -1),
      { ...last, layers: Math.min(MOST_IN_BLOCK, Math.max(1, next - others)) },
    ])
  return (
    <div {...marks('blocks')}>
      <SliderRow
        {...props}
        id="depth"
        label={t.model.depth}
        undoLabel={t.undo(t.model.depth)}
        value={depth}
        baseline={before}
        scale={{ kind: 'linear', min: Math.max(SHALLOWEST, others + 1), max: DEEPEST, step: 1 }}
        format={whole}
        onChange={change}
      />
    </div>
  )
}

const KERNELS = ['1', '3', '5', '7'] as const

export function KernelRow() {
  const { hidden, comparison: _, value, baseline, onChange, ...props } = useSetting<number>('kernel')
  if (hidden) return null
  return (
    <div {...marks('kernel')}>
      <SelectRow
        {...props}
        value={String(value) as (typeof KERNELS)[number]}
        baseline={String(baseline) as (typeof KERNELS)[number]}
        options={KERNELS.map((side) => ({ value: side, label: `${side} × ${side}` }))}
        onChange={(side) => onChange(Number(side))}
      />
    </div>
  )
}
