/** A convolutional or recurrent network, layer by layer: what each makes of one training sample. */
import { useState } from 'react'
import { NumberPicture } from '../../../../charts/network/number-picture.tsx'
import { dataSet } from '../../../../domain/data/registry.ts'
import type { Experiment } from '../../../../domain/experiment/experiment.ts'
import { networkLayers } from '../../../../domain/network/network.ts'
import type { RunView } from '../../../../store/run-view.ts'
import { percent, weight, whole } from '../../../../text/format.ts'
import type { AllMessages } from '../../../../text/messages.ts'
import { useAllText } from '../../../shared/app-context.tsx'
import { DataTable } from '../../data-table.tsx'
import { useSight } from '../../use-sight.ts'
import { layerTitle } from '../../weights/layer-title.ts'
import { type TrainingPoints, useTrainingPoints } from '../passed-point.ts'
import { PointControl } from '../point-control.tsx'
import { CellStrip } from './cell-strip.tsx'
import { FilterStrip } from './filter-strip.tsx'
import { layerNote } from './layer-note.ts'
import { OutputStrip } from './output-strip.tsx'
import { stripTable } from './strip-table.ts'
import css from './strips.module.css'
import type { StripsSight } from './strips-sight.ts'

interface Props {
  readonly run: RunView
  readonly large: boolean
}

export default function StripsView({ run, large }: Props) {
  const [sample, setSample] = useState(0)
  const points = useTrainingPoints(run.experiment)
  const sight = useSight(run.id, { kind: 'strips', sample })
  // The sample before stays until the answer for this one is there.
  const [shown, show] = useState<{ readonly sample: number; readonly sight: StripsSight } | null>(null)
  if (sight !== null && sight !== shown?.sight) show({ sample, sight })
  return (
    <div className={css.strips} data-large={large}>
      {points && (
        <div className={css.tools}>
          <PointControl
            always
            sample={sample}
            count={points.count}
            onSample={(next) => setSample(next ?? 0)}
          />
        </div>
      )}
      {shown && points ? <Strips experiment={run.experiment} points={points} {...shown} /> : null}
    </div>
  )
}

interface StripsProps {
  readonly experiment: Experiment
  readonly points: TrainingPoints
  readonly sample: number
  readonly sight: StripsSight
}

function Strips({ experiment, points, sample, sight }: StripsProps) {
  const t = useAllText()
  const { seen } = sight
  const layers = networkLayers(experiment)
  return (
    <>
      <p className={css.summary}>
        {summary(experiment, points.sample(sample).target, seen.layers.at(-1)!, t)}{' '}
        <span className={css.hint}>{t.inside.epoch(whole(sight.epoch))}</span>
      </p>
      <ol className={css.layers}>
        <li>
          <h4>{t.inside.input}</h4>
          <Input experiment={experiment} inputs={seen.inputs} />
        </li>
        {layers.map((layer, i) => (
          <li key={layer.name} data-layer={layer.name}>
            <h4>
              {layerTitle(i, layers.length, t)}
              <span>{layerNote(experiment, layer, i === layers.length - 1, t)}</span>
            </h4>
            {layer.kind === 'convolution' ? (
              <FilterStrip layer={layer} maps={seen.layers[i]!} kernel={seen.kernels[i]!} />
            ) : layer.kind === 'recurrent' ? (
              <CellStrip layer={layer} seen={seen.cells[i]!} />
            ) : i === layers.length - 1 ? (
              <OutputStrip experiment={experiment} outputs={seen.layers[i]!} />
            ) : (
              <div className={css.line}>
                <NumberPicture
                  numbers={seen.layers[i]!}
                  width={layer.units}
                  height={1}
                  label={t.strips.units(whole(layer.units))}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
      <DataTable
        caption={t.inside.views.network}
        heads={[t.strips.place, t.strips.mean, t.strips.least, t.strips.most, t.strips.zero]}
        rows={() => stripTable(layers, seen, t)}
      />
    </>
  )
}

function summary(experiment: Experiment, target: number, outputs: Float32Array, t: AllMessages): string {
  const { task, classes } = dataSet(experiment.data)
  if (task !== 'classes') return t.strips.number(weight(target), weight(outputs[0]!))
  const chances = outputs.length === 1 ? [1 - outputs[0]!, outputs[0]!] : [...outputs]
  const sure = Math.max(...chances)
  return t.strips.class(classes[target]!, classes[chances.indexOf(sure)]!, percent(sure, 0))
}

/** The sample as the network is given it: an image, or steps from left to right with a line for each feature. */
function Input({ experiment, inputs }: { readonly experiment: Experiment; readonly inputs: Float32Array }) {
  const t = useAllText()
  const { shape } = dataSet(experiment.data)
  if (shape.kind === 'image')
    return (
      <div className={css.image}>
        <NumberPicture
          numbers={inputs}
          width={shape.width}
          height={shape.height}
          reach={1}
          label={t.strips.image}
        />
      </div>
    )
  if (shape.kind !== 'sequence') return null
  const { steps, features } = shape
  const lines = Float32Array.from(
    { length: inputs.length },
    (_, i) => inputs[(i % steps) * features + Math.floor(i / steps)]!,
  )
  return (
    <div className={css.gate}>
      <span />
      <div className={css.steps} style={{ height: Math.max(20, Math.min(20 * features, 72)) }}>
        <NumberPicture
          numbers={lines}
          width={steps}
          height={features}
          label={t.strips.sequence(steps, features)}
        />
      </div>
    </div>
  )
}
