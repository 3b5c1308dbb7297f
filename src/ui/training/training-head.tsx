import type { ReactNode } from 'react'
import { ExportMenu } from '../export/export-menu.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import css from '../shared/curves.module.css'
import { useHeadline } from '../shared/headline.ts'
import { lazyPart } from '../shared/lazy.tsx'
import { useLiveRuns } from '../shared/live-context.tsx'
import { about } from '../shared/marks.ts'

const LiveEffect = lazyPart(async () => ({ default: (await import('../live/live-effect.tsx')).LiveEffect }))

export function TrainingHead({ lead, tools }: { readonly lead?: ReactNode; readonly tools?: ReactNode }) {
  const t = useText()
  const live = useLiveRuns()
  const headline = useHeadline()
  const { difference } = headline
  // In live mode the change is what the curves are about.
  const title = live?.shown && difference !== null ? difference : headline.title
  const settings = live?.shown && difference !== null ? t.live.sameSeeds : headline.settings
  return (
    <>
      <div className={css.head}>
        {lead}
        <div className={css.tools}>
          {tools}
          <ExportMenu />
        </div>
        <div className={css.titles}>
          <h2 className={css.title} title={title}>
            {title}
          </h2>
          <p className={css.subtitle} title={settings}>
            {settings}
          </p>
        </div>
        <ViewControls />
      </div>
      {live?.shown ? <LiveEffect /> : difference !== null && <p className={css.difference}>{difference}</p>}
    </>
  )
}

/** The controls for how curves are drawn. */
export function ViewControls() {
  const t = useText()
  const { look } = useActions()
  const { smoothing, scale } = useAppState(({ view }) => view)
  return (
    <div className={css.view} data-view-controls>
      <label className={css.smoothing} {...about('tool.smoothing')}>
        <span>{t.stage.smoothing}</span>
        <input
          type="range"
          min={0}
          max={0.98}
          step={0.02}
          value={smoothing}
          style={{ '--at': smoothing / 0.98 } as React.CSSProperties}
          onChange={(event) => look({ smoothing: event.target.valueAsNumber })}
        />
        <output>{smoothing === 0 ? '0' : smoothing.toFixed(2)}</output>
      </label>
      <div {...about('tool.scale')}>
        <Segmented
          hideLabel
          label={t.stage.scale}
          value={scale}
          options={[
            { value: 'linear', label: t.stage.linear },
            { value: 'log', label: t.stage.log },
          ]}
          onChange={(next) => look({ scale: next })}
          size="small"
        />
      </div>
    </div>
  )
}
