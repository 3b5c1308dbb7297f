import { dataSet } from '../../../../domain/data/registry.ts'
import type { Experiment } from '../../../../domain/experiment/experiment.ts'
import { percent, weight } from '../../../../text/format.ts'
import css from './strips.module.css'

interface Props {
  readonly experiment: Experiment
  readonly outputs: Float32Array
}

/** The probabilities of the classes, or the number that is predicted. */
export function OutputStrip({ experiment, outputs }: Props) {
  const { task, classes } = dataSet(experiment.data)
  if (task !== 'classes') return <p className={css.number}>{weight(outputs[0]!)}</p>
  const chances = outputs.length === 1 ? [1 - outputs[0]!, outputs[0]!] : [...outputs]
  return (
    <ul className={css.chances}>
      {chances.map((chance, i) => (
        <li key={classes[i]}>
          <span>{classes[i]}</span>
          <i aria-hidden>
            <b style={{ width: `${100 * chance}%` }} />
          </i>
          <span>{percent(chance, 0)}</span>
        </li>
      ))}
    </ul>
  )
}
