import { Download } from 'lucide-react'
import { useState } from 'react'
import { useMenu } from '../kit/use-menu.ts'
import { useText } from '../shared/app-context.tsx'
import { FileChooser } from '../shared/file-chooser.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import css from './export-menu.module.css'

const List = lazyPart(() => import('./export-list.tsx'))

/** The menu for saving files, and for opening them. */
export function ExportMenu() {
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
