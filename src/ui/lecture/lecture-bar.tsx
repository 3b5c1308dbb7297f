/** Leads through the scenes of a lecture, and adds the page to them. A presentation only leads. */
import { ChevronDown, ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { MOST_SCENES } from '../../domain/link/lecture.ts'
import { sceneLink } from '../../page/urls.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAllText, useAppContext } from '../shared/app-context.tsx'
import css from './lecture-bar.module.css'
import { LectureDialog } from './lecture-dialog.tsx'
import { useLecture, useSceneNames } from './use-lecture.ts'

export default function LectureBar({ presented = false }: { readonly presented?: boolean }) {
  const { lecture: t } = useAllText()
  const { app } = useAppContext()
  const { goToScene, closeLecture } = useActions()
  const { scenes, at, change } = useLecture()
  const names = useSceneNames(scenes)
  const [editing, setEditing] = useState(false)
  const next = at === null ? 0 : at + 1
  const previous = at === null ? -1 : at - 1
  usePageKeys(presented, { pagedown: () => goToScene(next), pageup: () => goToScene(previous) })
  const add = () => {
    const scene = { title: '', link: sceneLink(app) }
    change([...scenes.slice(0, next), scene, ...scenes.slice(next)], next)
  }
  return (
    <nav className={css.bar} aria-label={t.name} data-presented={presented}>
      {scenes.length === 0 ? (
        <p className={css.none}>{t.none}</p>
      ) : (
        <>
          <Button
            variant="icon"
            size="small"
            icon={<ChevronLeft />}
            aria-label={t.previous}
            disabled={previous < 0}
            onClick={() => goToScene(previous)}
          />
          <span className={css.place}>
            {t.place(at === null ? '–' : String(at + 1), String(scenes.length))}
          </span>
          <Button
            variant="icon"
            size="small"
            icon={<ChevronRight />}
            aria-label={t.next}
            disabled={next >= scenes.length}
            onClick={() => goToScene(next)}
          />
          <span className={css.scene}>
            <select
              aria-label={t.scene}
              value={at ?? ''}
              onChange={({ target }) => goToScene(Number(target.value))}
            >
              {at === null && <option value="">{t.scenes(scenes.length)}</option>}
              {names.map(({ title }, i) => (
                <option key={i} value={i}>
                  {`${i + 1}  ${title}`}
                </option>
              ))}
            </select>
            <ChevronDown size={13} strokeWidth={1.5} aria-hidden />
          </span>
        </>
      )}
      {!presented && (
        <span className={css.tools}>
          <Button
            variant="outline"
            size="small"
            disabled={scenes.length >= MOST_SCENES}
            title={scenes.length >= MOST_SCENES ? t.full : t.about}
            onClick={add}
          >
            {t.add}
          </Button>
          {scenes.length > 0 && (
            <Button variant="outline" size="small" aria-haspopup="dialog" onClick={() => setEditing(true)}>
              {t.edit}
            </Button>
          )}
          <Button variant="icon" size="small" icon={<X />} aria-label={t.close} onClick={closeLecture} />
        </span>
      )}
      {editing && <LectureDialog onClose={() => setEditing(false)} />}
    </nav>
  )
}

/** The keys of a lecturer's remote control. What scrolls has them while it has the focus, except under a presentation. */
function usePageKeys(presented: boolean, verbs: Readonly<Record<'pagedown' | 'pageup', () => void>>) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const key = event.key.toLowerCase()
    if (key !== 'pagedown' && key !== 'pageup') return
    if (!presented && event.target instanceof Element && scrolls(event.target)) return
    event.preventDefault()
    verbs[key]()
  })
  useEffect(() => {
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Whether this or what it lies in, the page itself aside, can be scrolled. */
function scrolls(element: Element): boolean {
  if (element === document.body || element === document.documentElement) return false
  const mayScroll = ['auto', 'scroll'].includes(getComputedStyle(element).overflowY)
  if (mayScroll && element.scrollHeight > element.clientHeight) return true
  return element.parentElement !== null && scrolls(element.parentElement)
}
