/** The network of a run on data that lie on a plane or a line: every unit is a picture of what it computes. */

import { useCallback, useMemo, useState } from 'react'
import { edgeWidth, WIDEST } from '../../../charts/network/diagram-edges.tsx'
import type { UnitPlace } from '../../../charts/network/diagram-units.ts'
import { NetworkDiagram } from '../../../charts/network/network-diagram.tsx'
import type { Experiment } from '../../../domain/experiment/experiment.ts'
import { denseLayers } from '../../../domain/network/network.ts'
import { stepFactors } from '../../../domain/training/dropout-step.ts'
import type { RunView } from '../../../store/run-view.ts'
import { percent, scientific, weight as weightText, whole } from '../../../text/format.ts'
import { Segmented } from '../../kit/segmented.tsx'
import { useActions, useAppState, useText } from '../../shared/app-context.tsx'
import { useSteady } from '../../shared/use-steady.ts'
import { DataTable } from '../data-table.tsx'
import { useSight } from '../use-sight.ts'
import { chooseUnits, diagramColumns, type ShownUnits } from './diagram-columns.ts'
import { layerNote, unitName } from './names.ts'
import css from './network.module.css'
import { useOutputPicture } from './output-picture.tsx'
import {
  type ActivationOf,
  type Place,
  type TrainingPoints,
  useActivations,
  useTrainingPoints,
} from './passed-point.ts'
import { PointControl } from './point-control.tsx'
import { PointText } from './point-text.tsx'
import { UnitDetail } from './unit-detail.tsx'
import { unitFacts } from './unit-facts.ts'
import { type UnitsSight, unitMaps, weightOf } from './unit-maps.ts'
import { useWeightEdits } from './use-weight-edits.ts'

interface Props {
  readonly run: RunView
  readonly large: boolean
}

export default function NetworkView({ run, large }: Props) {
  const t = useText()
  const [sample, setSample] = useState<number | null>(null)
  const { look } = useActions()
  const hasDropout = denseLayers(run.experiment).some(({ dropout }) => dropout > 0)
  const masked = useAppState(({ view }) => view.dropoutStep) && hasDropout
  const sight = useSight(run.id, { kind: 'units', masked })
  const points = useTrainingPoints(run.experiment)
  const activation = useActivations(run, sample, masked)
  return (
    <div className={css.network} data-large={large}>
      <div className={css.tools}>
        {hasDropout && sight?.step && <StepText experiment={run.experiment} sight={sight} />}
        {points && <PointControl sample={sample} count={points.count} onSample={setSample} />}
        {hasDropout && (
          <Segmented
            hideLabel
            size="small"
            label={t.inside.network.which}
            value={masked ? 'step' : 'all'}
            options={[
              { value: 'all', label: t.inside.network.allUnits },
              { value: 'step', label: t.inside.network.dropoutStep },
            ]}
            onChange={(value) => look({ dropoutStep: value === 'step' })}
          />
        )}
      </div>
      {sight ? <Seen {...{ run, large, sight, points, sample, activation }} onSample={setSample} /> : null}
    </div>
  )
}

function StepText({ experiment, sight }: { readonly experiment: Experiment; readonly sight: UnitsSight }) {
  const t = useText()
  const step = sight.step!
  const factors = stepFactors(experiment, step).slice(0, -1)
  const count = (list: readonly Float32Array[], of: (factor: number) => boolean) =>
    list.reduce((sum, all) => sum + all.filter(of).length, 0)
  const { data, training } = experiment
  return (
    <p className={css.step}>
      {t.inside.network.step(
        count(factors, (factor) => factor === 0),
        count(factors, () => true),
        whole(step.epoch),
        step.batch + 1,
        Math.ceil(data.train / training.batchSize),
      )}
    </p>
  )
}

interface SeenProps extends Props {
  readonly sight: UnitsSight
  readonly points: TrainingPoints | null
  /** The training sample that is followed. */
  readonly sample: number | null
  readonly activation: ActivationOf
  onSample(sample: number | null): void
}

function Seen({ run, large, sight, points, sample, activation, onSample }: SeenProps) {
  const t = useText()
  const { experiment } = run
  const layers = useMemo(() => denseLayers(experiment), [experiment])
  const [hovered, setHovered] = useState<UnitPlace | null>(null)
  const [pinned, setPinned] = useState<UnitPlace | null>(null)
  /** Whether a weight of the pinned unit is being set: the pointer then changes nothing. */
  const [setting, setSetting] = useState(false)
  const focus = setting && pinned ? pinned : (hovered ?? pinned)
  const edits = useWeightEdits(run)
  const isPinned = focus !== null && pinned !== null && same(focus, pinned)
  const shown = useChosenUnits(run, sight)
  const maps = useMemo(() => unitMaps(experiment, sight), [experiment, sight])
  const factors = useMemo(() => sight.step && stepFactors(experiment, sight.step), [experiment, sight.step])
  const columns = useMemo(
    () => diagramColumns({ experiment, shown, maps, factors, activation, near: pinned }, t),
    [experiment, shown, maps, factors, activation, pinned, t],
  )
  const onPlace = (place: Place) => {
    const near = points?.near(place, CLICK) ?? null
    if (near !== null) onSample(near === sample ? null : near)
    return near !== null
  }
  const { weights } = sight.seen
  const weight = useCallback(
    (from: UnitPlace, to: UnitPlace) => weightOf(weights, layers[to.layer - 1]!, from.unit, to.unit),
    [weights, layers],
  )
  // In a column the numbers stand right below the diagram.
  const facts = large && focus !== null ? unitFacts(experiment, sight, focus, t) : null
  const output = useOutputPicture(experiment, sight)
  const summary = t.inside.network.summary(
    [0, ...layers.map((_, i) => i + 1)].map((layer) => layerNote(experiment, layer, t)).join(' – '),
    whole(sight.epoch),
  )
  return (
    <>
      <div className={css.drawing}>
        <NetworkDiagram
          columns={columns}
          weight={weight}
          focus={focus}
          pinned={isPinned}
          onFocus={setHovered}
          onPin={setPinned}
          output={layers.at(-1)!.units === 1 ? output : undefined}
          facts={facts && [facts.bias, ...facts.others]}
          fill={large}
          mark={sample === null ? null : (points?.place(sample) ?? null)}
          onPlace={onPlace}
          label={t.inside.network.diagram}
          skippedText={t.inside.network.skipped}
        />
        <Legend dropout={sight.step !== null} />
        {sample !== null && points && <PointText {...{ experiment, sample, points, activation }} />}
        <p className={css.summary}>{summary}</p>
        <UnitTable experiment={experiment} sight={sight} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears whether a field in it has the focus. */}
      <div className={css.aside} onFocus={() => setSetting(true)} onBlur={() => setSetting(false)}>
        {focus ? (
          <UnitDetail
            {...{ experiment, sight, maps, factors }}
            unit={focus}
            pinned={isPinned}
            edits={isPinned ? edits : null}
          />
        ) : (
          <p className={css.none}>{t.inside.network.point}</p>
        )}
      </div>
    </>
  )
}

/** A click takes the sample that is no further away, as a share of the picture. */
const CLICK = 0.035

const same = (a: UnitPlace, b: UnitPlace) => a.layer === b.layer && a.unit === b.unit

/** The units of wide layers stay the same while a run trains: they are those that mattered when it was first looked at. */
function useChosenUnits({ id, experiment, status }: RunView, { seen }: UnitsSight): ShownUnits {
  const first = useSteady({ experiment, weights: seen.weights }, `${id} ${status.kind === 'ended'}`)
  return useMemo(() => chooseUnits(first.experiment, first.weights), [first])
}

function Legend({ dropout }: { readonly dropout: boolean }) {
  const t = useText()
  const widest = edgeWidth(WIDEST) / 2
  return (
    <ul className={css.legend}>
      <li>
        <svg width={28} height={8} aria-hidden>
          <path data-sign="plus" d="M0 4H28" />
        </svg>
        {t.inside.network.plus}
      </li>
      <li>
        <svg width={28} height={8} aria-hidden>
          <path data-sign="minus" d="M0 4H28" />
        </svg>
        {t.inside.network.minus}
      </li>
      <li>
        <svg width={28} height={8} aria-hidden>
          <path data-sign="wedge" d={`M0 ${4 - 0.4}L28 ${4 - widest}V${4 + widest}L0 ${4 + 0.4}Z`} />
        </svg>
        {t.inside.network.width}
      </li>
      {dropout && (
        <li>
          <span className={css.off} aria-hidden />
          {t.inside.network.dropped}
        </li>
      )}
    </ul>
  )
}

function UnitTable({ experiment, sight }: { readonly experiment: Experiment; readonly sight: UnitsSight }) {
  const t = useText()
  const { bias, gradient, saturated, incoming } = t.inside.network
  const rows = () =>
    denseLayers(experiment).flatMap((layer, i) =>
      Array.from({ length: layer.units }, (_, unit) => {
        const share = sight.seen.saturated[i]?.[unit]
        const weights = Array.from({ length: layer.inputs }, (_x, from) =>
          weightText(weightOf(sight.seen.weights, layer, from, unit)),
        )
        return [
          unitName(experiment, { layer: i + 1, unit }, t),
          weightText(sight.seen.weights[layer.biasAt + unit]!),
          scientific(sight.seen.gradients[i]![unit]!),
          share === undefined ? '–' : percent(share, 0),
          weights.join(t.panes.dot),
        ]
      }),
    )
  return (
    <DataTable
      caption={t.inside.views.network}
      heads={[t.inside.unit, bias, gradient, saturated, incoming]}
      rows={rows}
    />
  )
}
