import { FitView } from './fit-view.tsx'
import css from './side.module.css'
import { StatusBlock } from './status-block.tsx'
import { TestBlock } from './test-block.tsx'

export function Side() {
  return (
    <aside className={css.side}>
      <StatusBlock />
      <FitView />
      <TestBlock />
    </aside>
  )
}
