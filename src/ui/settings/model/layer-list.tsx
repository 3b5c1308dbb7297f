/** The layers whose width is a number of units: dense ones, or recurrent ones. */
import { Plus, X } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import type { Activation, Experiment, Layer } from '../../../domain/experiment/experiment.ts'
import { isRecurrent } from '../../../domain/network/model-kinds.ts'
import { networkLayers } from '../../../domain/network/network.ts'
import { activationsOf } from '../../../domain/parsing/incompatibilities.ts'
import { Button } from '../../kit/button.tsx'
import { Stepper } from '../../kit/stepper.tsx'
import { useAppState, useText } from '../../shared/app-context.tsx'
import { about, marks } from '../../shared/marks.ts'
import { useSetting } from '../../shared/use-setting.ts'
import { type LayerRun, placesOf, regrouped, runsOfLayers } from './layer-runs.ts'
import css from './model.module.css'

const MOST_LAYERS = 64
const MOST_UNITS = 100_000

export function LayerList() {
  const layers = useSetting<readonly Layer[]>('layers')
  const shapes = useShapes()
  if (layers.hidden) return null
  const runs = runsOfLayers(layers.value)
  const change = (index: number, run: LayerRun | null) =>
    layers.onChange(regrouped(runs.flatMap((other, i) => (i !== index ? [other] : run ? [run] : []))))
  return (
    <ol>
      {runs.map((run, i) => (
        <li key={run.from} {...marks('layers', placesOf(run))}>
          <LayerRow
            run={run}
            context={MOST_LAYERS - layers.value.length}
            shape={shapes[run.from] ?? null}
            onChange={(next) => change(i, next)}
          />
        </li>
      ))}
    </ol>
  )
}

/** The output of a recurrent layer: `30 × 16` where it has one at every step, `16` for the last layer. */
function useShapes(): readonly (string | null)[] {
  return useAppState(useShallow(({ draft }) => shapesOf(draft.experiment)))
}

function shapesOf(experiment: Experiment): readonly (string | null)[] {
  if (!isRecurrent(experiment.model.kind)) return []
  return networkLayers(experiment).map((layer) => {
    if (layer.kind !== 'recurrent') return null
    return layer.sequences ? `→ ${layer.steps} × ${layer.units}` : `→ ${layer.units}`
  })
}

interface RowProps {
  run: LayerRun
  /** The number of layers that may still be added. */
  context: number
  shape: string | null
  onChange(run: LayerRun | null): void
}

function LayerRow({ run: { layer, from, count }, context, shape, onChange }: RowProps) {
  const t = useText()
  const number = from + 1
  const units = t.model.units(number)
  const many = t.model.layersLike(number)
  const change = (next: Layer) => onChange({ layer: next, from, count })
  return (
    <div className={css.layer}>
      <span className={css.layerNumber} {...about('setting.layers')}>
        {number}
      </span>
      <Stepper
        label={units}
        value={layer.units}
        min={1}
        max={MOST_UNITS}
        step={layer.units >= 32 ? 8 : 1}
        onChange={(next) => change({ ...layer, units: next })}
        decreaseLabel={t.decrease(units)}
        increaseLabel={t.increase(units)}
      />
      {count === 1 ? (
        <LayerActivation layer={layer} number={number} shape={shape} onChange={change} />
      ) : (
        <span className={css.times}>
          ×
          <Stepper
            label={many}
            value={count}
            min={1}
            max={count + context}
            step={1}
            onChange={(next) => onChange({ layer, from, count: next })}
            decreaseLabel={t.decrease(many)}
            increaseLabel={t.increase(many)}
          />
        </span>
      )}
      <Button
        variant="icon"
        size="small"
        icon={<X size={14} aria-hidden />}
        aria-label={t.model.remove(number)}
        onClick={() => onChange(null)}
      />
    </div>
  )
}

interface ActivationProps {
  layer: Layer
  number: number
  shape: string | null
  onChange(layer: Layer): void
}

function LayerActivation({ layer, number, shape, onChange }: ActivationProps) {
  const t = useText()
  const { value: shared } = useSetting<Activation>('activation')
  const choices = activationsOf(useAppState(({ draft }) => draft.experiment.model.kind))
  const choose = (kind: string) => {
    const { activation: _, ...rest } = layer
    onChange(kind === '' ? rest : { ...rest, activation: kind as Activation })
  }
  if (shape !== null) return <span className={css.shape}>{shape}</span>
  return (
    <select
      className={css.layerActivation}
      aria-label={t.model.activationOf(number)}
      value={layer.activation ?? ''}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{t.activations[shared]}</option>
      {choices
        .filter((kind) => kind !== shared || kind === layer.activation)
        .map((kind) => (
          <option key={kind} value={kind}>
            {t.activations[kind]}
          </option>
        ))}
    </select>
  )
}

export function AddLayer() {
  const t = useText()
  const layers = useSetting<readonly Layer[]>('layers')
  if (layers.hidden) return null
  return (
    <Button
      variant="plain"
      size="small"
      icon={<Plus size={14} aria-hidden />}
      // Where there is no hidden layer, it alone stands for them.
      {...(layers.value.length === 0 && marks('layers'))}
      onClick={() => layers.onChange([...layers.value, { units: layers.value.at(-1)?.units ?? 8 }])}
      disabled={layers.value.length >= MOST_LAYERS}
    >
      {t.model.add}
    </Button>
  )
}
