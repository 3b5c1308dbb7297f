import { RatesBlock } from '../race/rates.tsx'
import { CheckBlock } from './check-block.tsx'
import { FitView } from './fit-view.tsx'
import { GradientView } from './gradient-view.tsx'
import css from './side.module.css'
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
