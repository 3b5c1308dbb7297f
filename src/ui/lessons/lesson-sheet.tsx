/** The lesson on a small screen: a sheet from below, over which the chart stays visible. */
import { useEffect, useState } from 'react'
import type { SettingKey } from '../../domain/settings/settings.ts'
import { BottomSheet, type Stop } from '../kit/bottom-sheet.tsx'
import { useAppState, useText } from '../shared/app-context.tsx'
import LessonPanel from './lesson-panel.tsx'
import css from './lesson-sheet.module.css'

export default function LessonSheet({ onControls }: { onControls(setting?: SettingKey): void }) {
  const t = useText()
  const [stop, setStop] = useState<Stop>('half')
  const pointsAt = useAppState(({ lesson }) => lesson?.stretch ?? lesson?.prediction ?? null)
  // What is pointed at, and what is being trained, must not lie under the sheet.
  useEffect(() => {
    if (pointsAt !== null) setStop((before) => (before === 'full' ? 'half' : before))
  }, [pointsAt])
  return (
    <BottomSheet label={t.lesson.handle} stop={stop} onStop={setStop}>
      <div className={css.body}>
        <LessonPanel onControls={onControls} />
      </div>
    </BottomSheet>
  )
}
