import { Plus, TriangleAlert, X } from 'lucide-react'
import { dataSet } from '../../domain/data/registry.ts'
import { ACTIVATIONS, type Activation, type Experiment, type Layer } from '../../domain/experiment.ts'
import { inputSize, outputUnits, parameterCount } from '../../domain/model.ts'
import { whole } from '../../text/format.ts'
import { problemText } from '../../text/problems.ts'
import { Button } from '../kit/button.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { Stepper } from '../kit/stepper.tsx'
import { ChoiceKnob, CountKnob } from '../knobs/knob-rows.tsx'
import { More } from '../knobs/more.tsx'
import { useKnob } from '../knobs/use-knob.ts'
import { useActions, useLab, useRoom, useText } from '../lab-context.tsx'
import { folded } from './panels.ts'
import css from './rail.module.css'

/** The three that most lessons turn on; all of them are in the list under More. */
const COMMON = ['sigmoid', 'tanh', 'relu'] as const satisfies readonly Activation[]

export function ModelPanel() {
  const t = useText()
  const actions = useActions()
  const experiment = useLab(({ draft }) => draft.experiment)
  const layers = useKnob<readonly Layer[]>('layers')
  const activation = useKnob<Activation>('activation')
  const common = COMMON.find((kind) => kind === activation.value)
  const set = (index: number, layer: Layer | null) =>
    layers.onChange(layers.value.flatMap((other, i) => (i !== index ? [other] : layer ? [layer] : [])))
  const add = () => actions.edit('layers', [...layers.value, { units: layers.value.at(-1)?.units ?? 8 }])
  return (
    <>
      <LayerEnd name={t.model.input} what={inputText(experiment, t)} />
      {!layers.hidden && (
        <ol>
          {layers.value.map((layer, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: layers are their places.
            <li key={i}>
              <LayerRow layer={layer} number={i + 1} onChange={(next) => set(i, next)} />
            </li>
          ))}
        </ol>
      )}
      <LayerEnd name={t.model.output} what={outputText(experiment, t)} />
      <div className={css.activations}>
        {!activation.hidden && (
          <Segmented
            hideLabel
            label={activation.label}
            value={common ?? activation.value}
            options={(common ? COMMON : [activation.value]).map((kind) => ({
              value: kind,
              label: t.activations[kind],
            }))}
            onChange={activation.onChange}
            size="small"
          />
        )}
        {!layers.hidden && (
          <Button
            variant="plain"
            size="small"
            icon={<Plus size={14} aria-hidden />}
            onClick={add}
            disabled={layers.value.length >= 64}
          >
            {t.model.add}
          </Button>
        )}
      </div>
      <ParameterLine experiment={experiment} />
      <Obstacles />
      <More knobs={folded.model}>
        <ChoiceKnob knob="activation" names={t.activations} />
        <ChoiceKnob knob="model" names={t.modelKinds} />
        <ChoiceKnob knob="init" names={t.initializers} />
        <CountKnob knob="seed-weights" min={0} max={2 ** 32 - 1} />
      </More>
    </>
  )
}

type Text = ReturnType<typeof useText>

function LayerEnd({ name, what }: { name: string; what: string }) {
  return (
    <div className={css.layerEnd}>
      <span>{name}</span>
      <span>{what}</span>
    </div>
  )
}

interface LayerRowProps {
  layer: Layer
  number: number
  onChange(layer: Layer | null): void
}

function LayerRow({ layer, number, onChange }: LayerRowProps) {
  const t = useText()
  const { value: shared } = useKnob<Activation>('activation')
  const units = t.model.units(number)
  const choose = (kind: string) => {
    const { activation: _, ...rest } = layer
    onChange(kind === '' ? rest : { ...rest, activation: kind as Activation })
  }
  return (
    <div className={css.layer}>
      <span className={css.layerNumber}>{number}</span>
      <Stepper
        label={units}
        value={layer.units}
        min={1}
        max={100_000}
        step={layer.units >= 32 ? 8 : 1}
        onChange={(next) => onChange({ ...layer, units: next })}
        decreaseLabel={t.decrease(units)}
        increaseLabel={t.increase(units)}
      />
      <select
        className={css.layerActivation}
        aria-label={t.model.activationOf(number)}
        value={layer.activation ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{t.activations[shared]}</option>
        {ACTIVATIONS.filter((kind) => kind !== shared || kind === layer.activation).map((kind) => (
          <option key={kind} value={kind}>
            {t.activations[kind]}
          </option>
        ))}
      </select>
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

function ParameterLine({ experiment }: { experiment: Experiment }) {
  const t = useText()
  const parts = t.model.ratio(whole(parameterCount(experiment)), whole(experiment.data.train))
  return (
    <p className={css.parameters}>
      {parts.map((part, i) =>
        i % 2 === 0 ? <strong key={part}>{part}</strong> : <span key={part}>{part}</span>,
      )}
    </p>
  )
}

/** Why the network cannot be trained here, if it cannot. */
function Obstacles() {
  const t = useText()
  const { lab } = useRoom()
  // The draft is what obstacles() looks at.
  useLab(({ draft }) => draft)
  return lab.obstacles().map((problem) => (
    <p key={problem.path} className={css.obstacle} role="alert">
      <TriangleAlert size={14} aria-hidden />
      {problemText(problem, t)}
    </p>
  ))
}

function inputText(experiment: Experiment, t: Text): string {
  const { shape } = dataSet(experiment.data)
  if (shape.kind === 'image') return t.model.pixels(shape.width, shape.height)
  return t.model.inputs(inputSize(experiment))
}

function outputText(experiment: Experiment, t: Text): string {
  const { task } = dataSet(experiment.data)
  const units = outputUnits(experiment)
  if (task === 'regression') return t.model.heads.linear
  return units === 1 ? t.model.heads.sigmoid : t.model.heads.softmax(units)
}
