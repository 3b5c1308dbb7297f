/** Appears where more runs are on the charts than there are panes: how many have one, and a list to choose from. */
import { ChevronDown } from 'lucide-react'
import type { RunView } from '../../store/run-view.ts'
import { LETTERS } from '../../text/panes-text.ts'
import { runName, shortName } from '../../text/run-name.ts'
import { useMenu } from '../kit/use-menu.ts'
import { useActions, useText } from '../shared/app-context.tsx'
import css from './pane-choice.module.css'

interface Props {
  /** The runs that the list offers: those on the charts, and those that were unticked here. */
  readonly offered: readonly RunView[]
  readonly shown: number
  /** Runs that are on the charts and have no pane. */
  readonly left: readonly RunView[]
}

export function PaneChoice({ offered, shown, left }: Props) {
  const t = useText()
  const { toggleVisible } = useActions()
  const menu = useMenu()
  const visible = offered.filter((run) => run.visible).length
  const names = left.map((run) => shortName(run, t))
  return (
    <div className={css.line}>
      {left.length > 0 && <span>{t.panes.leftOut(t.panes.listed(names))}</span>}
      <details ref={menu} className={css.menu}>
        <summary>
          {t.panes.choose(shown, visible)}
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
    </div>
  )
}
