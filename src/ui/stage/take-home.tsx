import { Download } from 'lucide-react'
import { useState } from 'react'
import { FileChooser } from '../file-chooser.tsx'
import { useMenu } from '../kit/use-menu.ts'
import { useText } from '../lab-context.tsx'
import { later } from '../later.tsx'
import css from './take-home.module.css'

const List = later(() => import('./take-home-list.tsx'))

/** What leaves the page, and what comes in from a file. */
export function TakeHome() {
  const t = useText()
  const menu = useMenu()
  const [asked, setAsked] = useState(false)
  return (
    <details ref={menu} className={css.menu} onToggle={() => setAsked(true)}>
      <summary aria-label={t.take.title} title={t.take.title}>
        <Download size={15} strokeWidth={1.6} aria-hidden /> <span>{t.take.title}</span>
      </summary>
      <div className={css.list}>
        {asked && <List />}
        <FileChooser>
          {(choose) => (
            <button type="button" onClick={choose}>
              {t.home.open}
            </button>
          )}
        </FileChooser>
      </div>
    </details>
  )
}
