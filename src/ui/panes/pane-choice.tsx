/** Where more runs are on the charts than there are panes: how many have one, and the list to choose from. */
import { ChevronDown } from 'lucide-react'
import type { RunView } from '../../store/run-view.ts'
import { LETTERS } from '../../text/panes-text.ts'
import { paneName, runName } from '../../text/run-name.ts'
import { useMenu } from '../kit/use-menu.ts'
import { useActions, useText } from '../lab-context.tsx'
import css from './pane-choice.module.css'

interface Props {
  /** What can be ticked: the runs on the charts, and those that were unticked here. */
  readonly offered: readonly RunView[]
  readonly shown: number
  /** On the charts, and without a pane. */
  readonly left: readonly RunView[]
}

export function PaneChoice({ offered, shown, left }: Props) {
  const t = useText()
  const { toggleVisible } = useActions()
  const menu = useMenu()
  const visible = offered.filter((run) => run.visible).length
  const names = t.panes.leftOut(t.panes.listed(left.map((run) => paneName(run, t))))
  return (
    <details ref={menu} className={css.menu}>
      <summary title={left.length > 0 ? names : undefined}>
        <span>{t.panes.choose(shown, visible)}</span>
        {left.length > 0 && <small>{names}</small>}
        <ChevronDown size={13} strokeWidth={1.5} aria-hidden />
      </summary>
      <fieldset className={css.list}>
        <legend>{t.panes.chooseHint(LETTERS.length)}</legend>
        {offered.map((run) => (
          <label key={run.id}>
            <input type="checkbox" checked={run.visible} onChange={() => toggleVisible(run.id)} />
            {runName(run, t)}
          </label>
        ))}
      </fieldset>
    </details>
  )
}
