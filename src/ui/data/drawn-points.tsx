/** Where a person draws the data: the pad, its tools, and drawings to start from. */
import { useState } from 'react'
import { type DrawnPoint, MOST_POINTS } from '../../domain/experiment/experiment.ts'
import { samplesMissing } from '../../domain/parsing/cannot-run.ts'
import { problemText } from '../../text/problems.ts'
import { Button } from '../kit/button.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { useAppState, useText } from '../shared/app-context.tsx'
import { useSetting } from '../shared/use-setting.ts'
import { DRAWINGS, drawing } from './drawings.ts'
import css from './pad.module.css'
import { Pad, type PadTool } from './pad.tsx'

const NONE: readonly DrawnPoint[] = []
const TOOLS = ['a', 'b', 'erase'] as const

export function DrawnRoom() {
  const t = useText()
  const { value, onChange, hidden } = useSetting<readonly DrawnPoint[] | undefined>('points')
  const missing = samplesMissing(useAppState(({ draft }) => draft.experiment))
  const [tool, setTool] = useState<PadTool>('a')
  /** The points that a ready drawing or clearing replaced. */
  const [before, setBefore] = useState<readonly DrawnPoint[] | null>(null)
  if (hidden) return null
  const points = value ?? NONE
  const { pad } = t.ownData
  const replace = (next: readonly DrawnPoint[]) => {
    setBefore(points)
    onChange(next)
  }
  return (
    <div>
      <Segmented
        label={pad.tool}
        hideLabel
        size="small"
        value={tool}
        options={TOOLS.map((name) => ({ value: name, label: pad.tools[name] }))}
        onChange={setTool}
      />
      <Pad points={points} tool={tool} onChange={onChange} />
      <div className={css.line}>
        <span className={css.grow}>{pad.count(points.length)}</span>
        {before && (
          <Button
            variant="plain"
            size="small"
            onClick={() => {
              onChange(before)
              setBefore(null)
            }}
          >
            {pad.undo}
          </Button>
        )}
        <Button variant="plain" size="small" disabled={points.length === 0} onClick={() => replace([])}>
          {pad.clear}
        </Button>
      </div>
      {missing && <p role="status">{problemText(missing, t)}</p>}
      {points.length >= MOST_POINTS && <p role="status">{pad.full(MOST_POINTS)}</p>}
      <div className={css.line}>
        <span>{pad.ready}</span>
        {DRAWINGS.map((name) => (
          <Button key={name} variant="outline" size="small" onClick={() => replace(drawing(name))}>
            {pad.drawings[name]}
          </Button>
        ))}
      </div>
    </div>
  )
}
