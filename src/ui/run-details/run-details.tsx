import { dataSet } from '../../domain/data/registry.ts'
import { withLaterMessages } from '../../text/messages.ts'
import { AssignmentPart } from '../assignment/assignment-part.tsx'
import { TunedRates } from '../compare/tuned-rates.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import { useLiveRuns } from '../shared/live-context.tsx'
import { useShownExperiment } from '../shared/use-focused-run.ts'
import { Remedies } from '../verdict/remedies.tsx'
import { VerdictBlock } from '../verdict/verdict-block.tsx'
import { FitView, hasPicture } from '../views/fit-view.tsx'
import { ModelViews } from '../views/model-views.tsx'
import css from '../views/views.module.css'
import { CheckBlock } from './check-block.tsx'
import { EngineFacts } from './engine-facts.tsx'
import { StatusFacts } from './status-block.tsx'
import { TestBlock } from './test-block.tsx'
import { WhatIfBlock } from './what-if-block.tsx'

const LiveDetails = lazyPart(async () => ({
  default: (await import('../live/live-details.tsx')).LiveDetails,
}))
const ResamplingBlock = lazyPart(
  withLaterMessages(async () => ({
    default: (await import('../views/resampling-block.tsx')).ResamplingBlock,
  })),
)

/** Only a picture follows a hand; predictions of single samples come when the run is kept. */
function LivePicture() {
  const { data } = useShownExperiment()
  return hasPicture(dataSet(data)) && <FitView />
}

export function RunDetails() {
  const live = useLiveRuns()
  if (live)
    return (
      <aside className={css.side}>
        <AssignmentPart />
        <VerdictBlock />
        <LiveDetails />
        <LivePicture />
      </aside>
    )
  return (
    <aside className={css.side}>
      <AssignmentPart />
      <VerdictBlock />
      <StatusFacts />
      <Remedies />
      <TunedRates />
      <CheckBlock />
      <ModelViews large={false} />
      <WhatIfBlock />
      <ResamplingBlock />
      <TestBlock />
      <EngineFacts />
    </aside>
  )
}
