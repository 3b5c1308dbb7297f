import { TunedRates } from '../compare/tuned-rates.tsx'
import { RemediesBlock } from '../verdict/remedies-block.tsx'
import { VerdictBlock } from '../verdict/verdict-block.tsx'
import { WhyBlock } from '../verdict/why-block.tsx'
import { ModelViews } from '../views/model-views.tsx'
import { ResamplingBlock } from '../views/resampling-block.tsx'
import css from '../views/views.module.css'
import { CheckBlock } from './check-block.tsx'
import { StatusFacts } from './status-block.tsx'
import { TestBlock } from './test-block.tsx'
import { WhatIfBlock } from './what-if-block.tsx'

export function RunDetails() {
  return (
    <aside className={css.side}>
      <VerdictBlock />
      <StatusFacts />
      <RemediesBlock />
      <WhyBlock />
      <TunedRates />
      <CheckBlock />
      <WhatIfBlock />
      <ModelViews large={false} />
      <ResamplingBlock />
      <TestBlock />
    </aside>
  )
}
