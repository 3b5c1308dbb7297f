/** What a network makes of single samples: of a part that is chosen, all of them together and the worst one by one. */

import { type ReactNode, useMemo, useState } from 'react'
import { rawSamples } from '../../../domain/data/dataset.ts'
import { dataSet } from '../../../domain/data/registry.ts'
import { type Experiment, PARTS, type Part } from '../../../domain/experiment/experiment.ts'
import { samplesKey } from '../../../domain/experiment/identity.ts'
import { samplesMissing } from '../../../domain/parsing/cannot-run.ts'
import type { RunView } from '../../../store/run-view.ts'
import { withLaterMessages } from '../../../text/messages.ts'
import { Segmented } from '../../kit/segmented.tsx'
import { useAppContext, useAppState, useText } from '../../shared/app-context.tsx'
import { lazyPart } from '../../shared/lazy.tsx'
import { useSteady } from '../../shared/use-steady.ts'
import { useSight } from '../use-sight.ts'
import type { Answered } from './answered.ts'
import { ClassPredictions } from './class-predictions.tsx'
import { NumberPredictions } from './number-predictions.tsx'
import css from './predictions.module.css'

/** The pad takes the digits of MNIST alone. */
const DrawingBlock = lazyPart(withLaterMessages(() => import('./drawing-block.tsx')))

interface Props {
  readonly run: RunView | undefined
  readonly experiment: Experiment
  readonly large: boolean
}

/** Before any run, the data themselves are shown where they are pictures. */
export default function PredictionsView({ run, experiment, large }: Props) {
  const t = useText()
  const [chosen, setChosen] = useState<Part>('validation')
  const isOpen = run?.test.kind === 'opened'
  const part = chosen === 'test' && !isOpen ? 'validation' : chosen
  return (
    <div className={css.predictions} data-large={large}>
      {run && (
        <div className={css.parts}>
          <Segmented
            hideLabel
            size="small"
            label={t.inside.predictions.part}
            value={part}
            options={PARTS.filter((one) => one !== 'test' || isOpen).map((value) => ({
              value,
              label: t.inside.predictions.parts[value],
            }))}
            onChange={setChosen}
          />
        </div>
      )}
      {run ? (
        <OfRun run={run} part={part} large={large} />
      ) : (
        <Samples experiment={experiment} part={part} outputs={null} large={large} />
      )}
    </div>
  )
}

interface OfRunProps {
  readonly run: RunView
  readonly part: Part
  readonly large: boolean
}

function OfRun({ run, part, large }: OfRunProps) {
  const sight = useSight(run.id, { kind: 'part', part })
  const outputs = sight?.seen.outputs ?? null
  const pad = run.experiment.data.set === 'digits' && <DrawingBlock run={run} />
  return <Samples experiment={run.experiment} part={part} outputs={outputs} large={large} pad={pad} />
}

interface SamplesProps {
  readonly experiment: Experiment
  readonly part: Part
  readonly outputs: Float32Array | null
  readonly large: boolean
  readonly pad?: ReactNode
}

function Samples({ experiment, part, outputs, large, pad }: SamplesProps) {
  const { app } = useAppContext()
  // Looks again when a download ends.
  useAppState(({ downloads }) => downloads[experiment.data.set])
  const source = app.sources.get(experiment.data)
  const set = dataSet(experiment.data)
  const asked = useSteady(experiment, samplesKey(experiment))
  const present = (set.kind === 'generated' || source !== undefined) && !samplesMissing(experiment)
  const samples = useMemo(
    () => (present ? rawSamples(asked, part, source) : null),
    [present, asked, part, source],
  )
  if (samples === null) return <div className={css.pending} />
  const answered: Answered = { experiment, set, part, samples, outputs, large }
  return set.task === 'classes' ? (
    <ClassPredictions {...answered} pad={pad} />
  ) : (
    <NumberPredictions {...answered} />
  )
}
