import { TriangleAlert } from 'lucide-react'
import { dataSet } from '../../../domain/data/registry.ts'
import type { Activation, Experiment } from '../../../domain/experiment/experiment.ts'
import { inputSize, outputUnits } from '../../../domain/network/inputs-outputs.ts'
import { isConvolutional } from '../../../domain/network/model-kinds.ts'
import { parameterCount } from '../../../domain/network/network.ts'
import { activationsOf } from '../../../domain/parsing/incompatibilities.ts'
import { whole } from '../../../text/format.ts'
import type { Messages } from '../../../text/messages.ts'
import { problemText } from '../../../text/problems.ts'
import { Segmented } from '../../kit/segmented.tsx'
import { useAppContext, useAppState, useText } from '../../shared/app-context.tsx'
import { lazyPart } from '../../shared/lazy.tsx'
import { marks } from '../../shared/marks.ts'
import { ChoiceSetting, CountSetting } from '../../shared/setting-rows.tsx'
import { useSetting } from '../../shared/use-setting.ts'
import type { PanelContents } from '../panel-contents.ts'
import { AddLayer, LayerList } from './layer-list.tsx'
import css from './model.module.css'

// Most networks have no convolutions.
const BlockList = lazyPart(async () => ({ default: (await import('./block-list.tsx')).BlockList }))
const DepthRow = lazyPart(async () => ({ default: (await import('./convolution-rows.tsx')).DepthRow }))
const KernelRow = lazyPart(async () => ({ default: (await import('./convolution-rows.tsx')).KernelRow }))

/** The three activations, of many, that most lessons are about; the list under More has all. */
const COMMON: readonly Activation[] = ['sigmoid', 'tanh', 'relu']

/** The editor for every kind of network: its input, the output of every layer, and the number of parameters. */
export const modelPanel: PanelContents<'model'> = {
  shown: {
    model: Kind,
    blocks: InputAndBlocks,
    layers: LayersAndOutput,
    activation: ActivationLine,
  },
  consequences: (
    <>
      <ParameterLine />
      <CannotRun />
    </>
  ),
  folded: {
    activation: AllActivations,
    kernel: Kernel,
    init: Initializer,
    'seed-weights': () => <CountSetting setting="seed-weights" min={0} max={2 ** 32 - 1} />,
  },
}

const useKind = () => useAppState(({ draft }) => draft.experiment.model.kind)

function Kind() {
  const t = useText()
  return <ChoiceSetting setting="model" names={t.modelKinds} />
}

function InputAndBlocks() {
  const t = useText()
  const input = useAppState(({ draft }) => inputText(draft.experiment, t))
  const convolutional = isConvolutional(useKind())
  return (
    <>
      {convolutional && <DepthRow />}
      <LayerEnd name={t.model.input} what={input} />
      {convolutional && <BlockList />}
    </>
  )
}

function LayersAndOutput() {
  const t = useText()
  const output = useAppState(({ draft }) => outputText(draft.experiment, t))
  return (
    <>
      <LayerList />
      <LayerEnd name={t.model.output} what={output} />
    </>
  )
}

function ActivationLine() {
  return (
    <div className={css.activations}>
      <CommonActivations choices={activationsOf(useKind())} />
      <AddLayer />
    </div>
  )
}

/** Sets the activation of all layers at one press: none is chosen where they have a rarer one, which stands at each layer. */
function CommonActivations({ choices }: { choices: readonly Activation[] }) {
  const t = useText()
  const { value, label, hidden, onChange } = useSetting<Activation>('activation')
  if (hidden) return null
  if (choices.length === 1) return <span className={css.faint}>{t.model.gated}</span>
  const common = choices.length > COMMON.length ? COMMON : choices
  return (
    <div {...marks('activation')}>
      <Segmented
        hideLabel
        label={label}
        value={common.includes(value) ? value : null}
        options={common.map((kind) => ({ value: kind, label: t.activations[kind] }))}
        onChange={onChange}
        size="small"
      />
    </div>
  )
}

function AllActivations() {
  const t = useText()
  const fitsOneLine = activationsOf(useKind()).length <= COMMON.length
  return fitsOneLine ? null : <ChoiceSetting setting="activation" names={t.activations} />
}

function Kernel() {
  return isConvolutional(useKind()) && <KernelRow />
}

function Initializer() {
  const t = useText()
  return <ChoiceSetting setting="init" names={t.initializers} />
}

function LayerEnd({ name, what }: { name: string; what: string }) {
  return (
    <div className={css.layerEnd}>
      <span>{name}</span>
      <span>{what}</span>
    </div>
  )
}

function ParameterLine() {
  const t = useText()
  const parameters = useAppState(({ draft }) => parameterCount(draft.experiment))
  const samples = useAppState(({ draft }) => draft.experiment.data.train)
  const parts = t.model.ratio(whole(parameters), whole(samples))
  return (
    <p className={css.parameters}>
      {parts.map((part, i) =>
        i % 2 === 0 ? <strong key={part}>{part}</strong> : <span key={part}>{part}</span>,
      )}
    </p>
  )
}

/** Says why the network cannot be trained here, if it cannot. */
function CannotRun() {
  const t = useText()
  const { app } = useAppContext()
  // cannotRunReasons() looks at the draft.
  useAppState(({ draft }) => draft)
  return app
    .cannotRunReasons()
    .filter(({ path }) => path.startsWith('model'))
    .map((problem) => (
      <p key={problem.path} className={css.reason} role="alert">
        <TriangleAlert size={14} aria-hidden />
        {problemText(problem, t)}
      </p>
    ))
}

function inputText(experiment: Experiment, t: Messages): string {
  const { shape } = dataSet(experiment.data)
  switch (shape.kind) {
    case 'image':
      return t.model.pixels(shape.width, shape.height)
    case 'sequence':
      return t.model.steps(shape.steps, shape.features)
    case 'vector':
      return t.model.inputs(inputSize(experiment))
    default:
      return shape satisfies never
  }
}

function outputText(experiment: Experiment, t: Messages): string {
  const { task } = dataSet(experiment.data)
  const units = outputUnits(experiment)
  if (task === 'regression') return t.model.heads.linear
  return units === 1 ? t.model.heads.sigmoid : t.model.heads.softmax(units)
}
