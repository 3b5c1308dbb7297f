/** The lesson in the place of the settings, which are one press away, and so is the way back. */
import { ChevronLeft } from 'lucide-react'
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import type { SettingKey } from '../../domain/settings/settings.ts'
import { Button } from '../kit/button.tsx'
import { useText } from '../shared/app-context.tsx'
import { revealControl } from '../shared/reveal-control.ts'
import css from './lesson-column.module.css'
import LessonPanel from './lesson-panel.tsx'

/** Whether the settings are shown instead of the lesson; a key, where one of them is meant. */
export type ShownControls = boolean | SettingKey

interface Props {
  readonly controls: ShownControls
  onControls(controls: ShownControls): void
  readonly settings: ReactNode
}

export default function LessonColumn({ controls, onControls, settings }: Props) {
  const t = useText()
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (typeof controls === 'string') revealControl(controls, root.current!)
  }, [controls])
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || controls === false) return
    event.preventDefault()
    onControls(false)
  })
  useEffect(() => {
    // Before the panel hears of it, for which Escape means to leave the lesson.
    addEventListener('keydown', onEscape, { capture: true })
    return () => removeEventListener('keydown', onEscape, { capture: true })
  }, [])
  return (
    <div ref={root} className={css.column}>
      {controls !== false && (
        <div className={css.controls}>
          <div className={css.back}>
            <Button variant="plain" icon={<ChevronLeft aria-hidden />} onClick={() => onControls(false)}>
              {t.lesson.back}
            </Button>
          </div>
          {settings}
        </div>
      )}
      {/* It stays while the settings are shown, and so do its keys. */}
      <div className={css.panel} hidden={controls !== false}>
        <LessonPanel onControls={(setting) => onControls(setting ?? true)} />
      </div>
    </div>
  )
}
