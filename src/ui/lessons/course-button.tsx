import { ChevronDown, GraduationCap } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { withLaterMessages } from '../../text/messages.ts'
import { useAppState, useText } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import css from './course-button.module.css'

const CourseView = lazyPart(withLaterMessages(() => import('./course-view.tsx')))

/** Opens the map of the course; while a lesson is open it bears that lesson's title. C does the same. */
export function CourseButton() {
  const t = useText()
  const [open, setOpen] = useState(false)
  const lesson = useAppState((state) => state.lesson?.key ?? null)
  const preset = useAppState(({ draft }) => draft.preset)
  const scene = preset === null ? t.presets.free : t.presets.names[preset]
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    if (event.key.toLowerCase() !== 'c' || isTyping(event.target)) return
    event.preventDefault()
    setOpen(true)
  })
  useEffect(() => {
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  const title = lesson && t.lessons.list[lesson].title
  return (
    <>
      <button
        type="button"
        className={css.button}
        aria-haspopup="dialog"
        aria-label={title ? t.lesson.of(t.course.label, title) : t.course.label}
        title={title ?? t.lesson.of(scene, t.course.hint)}
        onClick={() => setOpen(true)}
      >
        <GraduationCap size={16} strokeWidth={1.5} aria-hidden />
        <span>{title ?? t.course.label}</span>
        <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
      </button>
      {open && <CourseView onClose={() => setOpen(false)} />}
    </>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('select, textarea, input, dialog, [contenteditable]') !== null
  )
}
