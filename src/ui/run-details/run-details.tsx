import { TunedRates } from '../compare/tuned-rates.tsx'
import { LiveDetails } from '../live/live-details.tsx'
import { useLiveRuns } from '../shared/live-context.tsx'
import { RemediesBlock } from '../verdict/remedies-block.tsx'
import { VerdictBlock } from '../verdict/verdict-block.tsx'
import { WhyBlock } from '../verdict/why-block.tsx'
import { FitView } from '../views/fit-view.tsx'
import { GradientView } from '../views/gradient-view.tsx'
import css from '../views/views.module.css'
import { CheckBlock } from './check-block.tsx'
import { StatusFacts } from './status-block.tsx'
import { TestBlock } from './test-block.tsx'
import { WhatIfBlock } from './what-if-block.tsx'

export function RunDetails() {
  const live = useLiveRuns()
  if (live)
    return (
      <aside className={css.side}>
        <VerdictBlock />
        <LiveDetails />
        <FitView />
        <WhyBlock />
      </aside>
    )
  return (
    <aside className={css.side}>
      <VerdictBlock />
      <StatusFacts />
      <RemediesBlock />
      <WhyBlock />
      <TunedRates />
      <CheckBlock />
      <WhatIfBlock />
      <FitView />
      <TestBlock />
      <GradientView />
    </aside>
  )
}
