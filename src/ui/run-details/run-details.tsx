import { RatesBlock } from '../compare/tuned-rates.tsx'
import { FitView } from '../views/fit-view.tsx'
import { GradientView } from '../views/gradient-view.tsx'
import css from '../views/views.module.css'
import { CheckBlock } from './check-block.tsx'
import { StatusFacts, StatusHead } from './status-block.tsx'
import { TestBlock } from './test-block.tsx'
import { WhatIfBlock } from './what-if-block.tsx'

export function Side() {
  return (
    <aside className={css.side}>
      <StatusHead />
      <StatusFacts />
      <RatesBlock />
      <CheckBlock />
      <WhatIfBlock />
      <FitView />
      <TestBlock />
      <GradientView />
    </aside>
  )
}
