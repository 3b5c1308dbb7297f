/** The loss of the run's own network around its weights, along two directions. */

import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { SliceMap, type SlicePoint } from '../../../../charts/paths/slice-map.tsx'
import { placeOfIndex, SLICE_SIZE } from '../../../../domain/loss-slice/grid.ts'
import {
  type LossSlice,
  lossSlicesOf,
  SLICE_PLANES,
  type SlicePlane,
  sliceKey,
} from '../../../../store/loss-slices.ts'
import { isInProgress, type RunView } from '../../../../store/run-view.ts'
import { loss, percent, settingNumber, weight, whole } from '../../../../text/format.ts'
import { Button } from '../../../kit/button.tsx'
import { Info } from '../../../kit/info.tsx'
import { ProgressBar } from '../../../kit/progress-bar.tsx'
import { Segmented } from '../../../kit/segmented.tsx'
import { useAllText, useAppContext } from '../../../shared/app-context.tsx'
import { useSteady } from '../../../shared/use-steady.ts'
import { DataTable } from '../../data-table.tsx'
import css from './slice.module.css'

interface Props {
  readonly run: RunView | undefined
  readonly large: boolean
}

export function SliceView({ run, large }: Props) {
  const { paths } = useAllText()
  const text = paths.loss
  if (!run?.latest) return <p className={css.hint}>{text.none}</p>
  if (isInProgress(run)) return <p className={css.hint}>{text.live}</p>
  if (run.weights === null) return <p className={css.hint}>{text.noWeights}</p>
  return <Slice key={run.id} run={run} large={large} />
}

function Slice({ run, large }: { readonly run: RunView; readonly large: boolean }) {
  const t = useAllText()
  const text = t.paths.loss
  const { app } = useAppContext()
  const slices = lossSlicesOf(app)
  const [plane, setPlane] = useState<SlicePlane>('run')
  const [attempt, setAttempt] = useState(0)
  // A run that has ended stays as it is, and an attempt is a new one.
  const ended = useSteady(run, run.id)
  useEffect(() => slices.watch(ended, plane), [slices, ended, plane, attempt])
  const slice = useStore(slices.store, (all) => all[sliceKey(run.id, plane)])
  return (
    <div className={css.slice} data-large={large}>
      <div className={css.head}>
        <Segmented
          hideLabel
          size="small"
          label={text.plane}
          value={plane}
          options={SLICE_PLANES.map((value) => ({ value, label: text.planes[value] }))}
          onChange={setPlane}
        />
        <Info label={t.inside.about} sentences={text.about} />
      </div>
      {slice && <Seen run={run} plane={plane} slice={slice} />}
      {slice?.failed && (
        <div className={css.failed} role="alert">
          <p className={css.hint}>{text.failed}</p>
          <Button variant="outline" size="small" onClick={() => setAttempt(attempt + 1)}>
            {text.again}
          </Button>
        </div>
      )}
    </div>
  )
}

interface SeenProps {
  readonly run: RunView
  readonly plane: SlicePlane
  readonly slice: LossSlice
}

function Seen({ run, plane, slice }: SeenProps) {
  const t = useAllText()
  const text = t.paths.loss
  const { samples, share, done, failed } = slice
  const { train } = run.experiment.data
  const points = pointsOf(slice, run, plane, text)
  return (
    <>
      <p className={css.summary}>
        {sentence(slice, plane, text)}
        {plane === 'run' && share < 0.9995 && slice.path.length > 0 && ` ${text.share(percent(share))}`}
        {samples < train && ` ${text.samples(whole(samples), whole(train))}`}
      </p>
      <div className={css.progress} data-done={done >= 1 || failed}>
        <ProgressBar label={text.computing(percent(done, 0))} value={done} max={1} />
        <span>{text.computing(percent(done, 0))}</span>
      </div>
      <div className={css.map}>
        <SliceMap
          extent={slice.extent}
          grid={slice.grid}
          points={points}
          labels={{ summary: text.label, x: text.first, y: text.second, tick: settingNumber }}
        />
      </div>
      <DataTable
        caption={t.paths.parts.loss}
        heads={[text.table.place, text.table.first, text.table.second, text.table.loss]}
        rows={() => tableRows(slice, points)}
      />
    </>
  )
}

type Text = ReturnType<typeof useAllText>['paths']['loss']

/** Where the run was, with names for its start, its best epoch and its end. */
function pointsOf({ path }: LossSlice, { best }: RunView, plane: SlicePlane, text: Text): SlicePoint[] {
  const last = path.length - 1
  return path.map((place, i) => {
    const [epoch, value] = [whole(place.epoch), loss(place.loss)]
    if (plane === 'random') return { at: place.at, name: text.centre(epoch, value), kind: 'end' }
    if (i === 0) return { at: place.at, name: text.start(value), kind: 'start' }
    if (i === last) return { at: place.at, name: text.end(epoch, value), kind: 'end' }
    if (place.epoch === best?.epoch) return { at: place.at, name: text.best(epoch, value), kind: 'best' }
    return { at: place.at, name: null, kind: 'between' }
  })
}

function sentence({ path, centre, grid, extent }: LossSlice, plane: SlicePlane, text: Text): string {
  const kept = path.find(({ epoch }) => epoch === centre)
  const [start] = path
  if (!kept || !start) return ''
  if (plane === 'run')
    return text.summary.run(
      loss(start.loss),
      whole(kept.epoch),
      loss(kept.loss),
      weight(Math.hypot(start.at[0] - kept.at[0], start.at[1] - kept.at[1])),
    )
  if (grid === null || grid.size < SLICE_SIZE) return ''
  let most = 0
  grid.losses.forEach((value, i) => {
    const [a, b] = placeOfIndex(i, extent)
    if (Math.hypot(a, b) <= 0.5) most = Math.max(most, value)
  })
  return text.summary.random(whole(kept.epoch), loss(kept.loss), loss(most))
}

/** The places of the run, then every fourth of the grid along each side. */
function tableRows({ path, grid, extent }: LossSlice, points: readonly SlicePoint[]): string[][] {
  const named = path.map(({ at, loss: value, epoch }, i) => [
    points[i]!.name === null ? whole(epoch) : points[i]!.name!,
    weight(at[0]),
    weight(at[1]),
    loss(value),
  ])
  if (grid === null || grid.size < SLICE_SIZE) return named
  const places = Array.from({ length: SLICE_SIZE ** 2 }, (_, i) => i).filter(
    (i) => (i % SLICE_SIZE) % 4 === 0 && Math.floor(i / SLICE_SIZE) % 4 === 0,
  )
  return [
    ...named,
    ...places.map((i) => {
      const [a, b] = placeOfIndex(i, extent)
      return ['', weight(a), weight(b), loss(grid.losses[i]!)]
    }),
  ]
}
