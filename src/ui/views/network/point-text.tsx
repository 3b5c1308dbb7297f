/** The followed sample in a sentence: what it is, and what the network makes of it. */
import { dataSet } from '../../../domain/data/registry.ts'
import type { Experiment } from '../../../domain/experiment/experiment.ts'
import { outputUnits } from '../../../domain/network/inputs-outputs.ts'
import { denseLayers } from '../../../domain/network/network.ts'
import { weight } from '../../../text/format.ts'
import { useText } from '../../shared/app-context.tsx'
import css from './network.module.css'
import type { ActivationOf, TrainingPoints } from './passed-point.ts'

interface Props {
  readonly experiment: Experiment
  readonly sample: number
  readonly points: TrainingPoints
  readonly activation: ActivationOf
}

export function PointText({ experiment, sample, points, activation }: Props) {
  const t = useText()
  const text = t.inside.network
  const set = dataSet(experiment.data)
  const depth = denseLayers(experiment).length
  const outputs = Array.from({ length: outputUnits(experiment) }, (_, unit) => activation(depth, unit))
  if (outputs.includes(null)) return null
  const { inputs, target } = points.sample(sample)
  const truth = set.task === 'classes' ? set.classes[target]! : weight(target)
  const predicted =
    set.task !== 'classes'
      ? null
      : outputs.length === 1
        ? Number(outputs[0]! > 0.5)
        : largest(outputs as number[])
  return (
    <p className={css.step}>
      {text.passed(inputs.map(weight).join(', '), truth, outputs.map((each) => weight(each!)).join(', '))}
      {predicted !== null &&
        `${t.gap}${predicted === target ? text.isRight : text.isWrong(set.classes[predicted]!)}`}
    </p>
  )
}

const largest = (values: readonly number[]) => values.indexOf(Math.max(...values))
