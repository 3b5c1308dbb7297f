/** Everything in a chart that is neither an axis nor a line: words, rules, flags, dots and the crosshair. */
import { ZIndexLayer } from 'recharts'
import { Crosshair, PointerField } from './crosshair.tsx'
import { BestRings, EndDots } from './dots.tsx'
import { type Frame, useFrame } from './frame.ts'
import { Heading } from './heading.tsx'
import { LevelHints, LevelNames, Levels, usePlacedLevels } from './levels.tsx'
import { MarkedStretch } from './marked-stretch.tsx'
import { OverlayLabels } from './overlay-labels.tsx'
import { Rules } from './rules.tsx'
import { SingleLabels } from './single-labels.tsx'

/** The z-order of the annotations: between the grid and the bands of Recharts, and above its lines and numbers. */
const BELOW = 50
const ABOVE = 2500

export function Annotations() {
  const frame = useFrame()
  return frame && <Drawn frame={frame} />
}

function Drawn({ frame }: { frame: Frame }) {
  const { single, leading } = frame
  const levels = usePlacedLevels(frame)
  return (
    <>
      <ZIndexLayer zIndex={BELOW}>
        <MarkedStretch frame={frame} />
        <Levels frame={frame} placed={levels} />
      </ZIndexLayer>
      <ZIndexLayer zIndex={ABOVE}>
        <LevelNames placed={levels} />
        <Heading frame={frame} />
        {leading !== null && <Rules frame={frame} of={leading} />}
        {single !== null && <SingleLabels frame={frame} of={single} />}
        {single === null && <OverlayLabels frame={frame} />}
        {single === null && <BestRings frame={frame} />}
        <EndDots frame={frame} />
        <Crosshair frame={frame} />
        <PointerField frame={frame}>
          <LevelHints placed={levels} />
        </PointerField>
      </ZIndexLayer>
    </>
  )
}
