/** Optimizers from one start on a named surface, step by step. */
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { Arrow } from '../../../../charts/paths/arrows.tsx'
import { StepsChart } from '../../../../charts/paths/steps-chart.tsx'
import { SurfaceMap } from '../../../../charts/paths/surface-map.tsx'
import { trailStyles } from '../../../../charts/paths/trail.ts'
import { followPaths, type PathScene } from '../../../../domain/optimizer-paths/paths.ts'
import { READY_SCENES } from '../../../../domain/optimizer-paths/ready-scenes.ts'
import { surfaceOf } from '../../../../domain/optimizer-paths/surfaces.ts'
import type { ShownPaths } from '../../../../store/state.ts'
import { decade, settingNumber, weight, whole } from '../../../../text/format.ts'
import { Button } from '../../../kit/button.tsx'
import { Info } from '../../../kit/info.tsx'
import { SliderRow } from '../../../kit/slider-row.tsx'
import type { SliderScale } from '../../../kit/slider-scale.ts'
import { useActions, useAllText, useAppState } from '../../../shared/app-context.tsx'
import { OptimizerRows } from './optimizer-rows.tsx'
import { pathSummary } from './path-summary.ts'
import { PathTable } from './path-table.tsx'
import { Player, usePlayer } from './player.tsx'
import type { ShownTrail } from './shown-trail.ts'
import { SurfaceChoice } from './surface-choice.tsx'
import css from './surfaces.module.css'
import { trailNames } from './trail-names.ts'

interface Props {
  readonly large: boolean
}

const MOST_STEPS = 2000
const STEPS: SliderScale = { kind: 'log', min: 10, max: MOST_STEPS, mantissas: [1, 2, 4, 6, 8], whole: true }

const FIRST: ShownPaths = { scene: READY_SCENES.ravine, off: [] }

export function SurfacesView({ large }: Props) {
  const { look } = useActions()
  const shown = useAppState(({ view }) => view.paths) ?? FIRST
  return <Surfaces large={large} shown={shown} onShown={(paths) => look({ paths })} />
}

interface SurfacesProps extends Props {
  readonly shown: ShownPaths
  onShown(shown: ShownPaths): void
}

function Surfaces({ large, shown, onShown }: SurfacesProps) {
  const t = useAllText()
  const text = t.paths
  const { scene, off } = shown
  const { surface, steps } = scene
  const [pointed, setPointed] = useState<number | null>(null)
  const id = useId()
  const player = usePlayer(steps)
  const trails = useTrails(scene, off)
  const values = useMemo(() => {
    const { lowest } = surfaceOf(surface)
    return trails.map(({ path }) => path.losses.map((loss) => loss - lowest))
  }, [trails, surface])
  const place = trails.findIndex(({ index }) => index === pointed)
  const focus = place < 0 ? null : place
  const followed = trails[focus ?? 0]
  const change = (next: Partial<PathScene>) => onShown({ scene: { ...scene, ...next }, off })
  const point = (numbers: readonly number[]) => numbers.map(settingNumber).join(', ')
  const names =
    surfaceOf(surface).dimensions === 1
      ? { x: text.weights.step, y: text.weights.w }
      : { x: text.weights.x, y: text.weights.y }
  return (
    <div className={css.surfaces} data-large={large}>
      <div className={css.stage}>
        <div className={css.head}>
          <SurfaceChoice surface={surface} onSurface={(key) => onShown({ scene: READY_SCENES[key], off })} />
          <p className={css.formula}>{text.formulas[surface]}</p>
          {scene !== READY_SCENES[surface] && (
            <Button
              variant="plain"
              size="small"
              onClick={() => onShown({ scene: READY_SCENES[surface], off: [] })}
            >
              {text.restore}
            </Button>
          )}
          <Info label={t.inside.about} sentences={text.about} />
        </div>
        <p className={css.note}>{text.notes[surface]}</p>
        <div className={css.map}>
          <SurfaceMap
            surface={surface}
            steps={steps}
            start={scene.start}
            trails={trails}
            step={player.step}
            focus={focus ?? (trails.length === 1 ? 0 : null)}
            onStart={(start) => change({ start })}
            labels={{
              summary: text.map(text.surfaces[surface], text.formulas[surface]),
              ...names,
              tick: settingNumber,
              start: text.start(`(${point(scene.start)})`),
            }}
          />
        </div>
        <ArrowKey name={focus === null && trails.length !== 1 ? null : (followed?.name ?? null)} />
        <Player player={player} />
        <p className={css.summary} aria-live="polite">
          {pathSummary(trails, player.step, t)}
        </p>
      </div>
      <div className={css.side}>
        <OptimizerRows
          shown={shown}
          onShown={onShown}
          onPoint={setPointed}
          pointed={focus === null ? null : (followed?.index ?? null)}
        />
        <SliderRow
          id={`${id}-steps`}
          label={text.steps}
          value={steps}
          baseline={READY_SCENES[surface].steps}
          scale={STEPS}
          limits={[1, MOST_STEPS]}
          format={whole}
          onChange={(next) => change({ steps: next })}
          undoLabel={t.undo(text.steps)}
        />
        <div className={css.chart}>
          <StepsChart
            trails={trails}
            steps={steps}
            values={values}
            step={player.step}
            focus={focus}
            onStep={player.goTo}
            labels={{
              summary: text.chartSummary,
              title: text.chart,
              unit: text.chartUnit,
              decade,
              step: whole,
              lastStep: (step) => text.lastStep(whole(step)),
            }}
          />
        </div>
        <PathTable trails={trails} step={player.step} number={weight} />
      </div>
    </div>
  )
}

/** What the arrows mean, while they are drawn. */
function ArrowKey({ name }: { readonly name: string | null }) {
  const { paths: text } = useAllText()
  if (name === null) return <p className={css.key}>{text.pointAt}</p>
  return (
    <p className={css.key}>
      {text.arrowsOf(name)}
      {(['downhill', 'moved'] as const).map((kind) => (
        <span key={kind}>
          <svg width={30} height={10} aria-hidden>
            <Arrow kind={kind} from={{ x: 1, y: 5 }} by={{ x: 28, y: 0 }} />
          </svg>
          {text[kind]}
        </span>
      ))}
    </p>
  )
}

/** The paths that are drawn: a dragged control is followed as fast as they can be. */
function useTrails(scene: PathScene, off: readonly number[]): readonly ShownTrail[] {
  const latest = useDeferredValue(scene)
  const paths = useMemo(() => followPaths(latest), [latest])
  return useMemo(() => {
    const styles = trailStyles(latest.optimizers.map(({ kind }) => kind))
    const names = trailNames(latest.optimizers)
    return paths.flatMap((path, index) =>
      off.includes(index) ? [] : [{ path, index, name: names[index]!, style: styles[index]! }],
    )
  }, [paths, latest, off])
}
