import { Download } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { FileChooser } from '../file-chooser.tsx'
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

/** The menu goes when a person turns to something else, or presses Escape. */
function useMenu() {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = () => menu.current?.removeAttribute('open')
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !menu.current?.contains(target)) close()
    }
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !menu.current?.open) return
      close()
      menu.current.querySelector('summary')?.focus()
    }
    addEventListener('pointerdown', onPointerDown)
    addEventListener('keydown', onKeyDown)
    return () => {
      removeEventListener('pointerdown', onPointerDown)
      removeEventListener('keydown', onKeyDown)
    }
  }, [])
  return menu
}
