import type { Sweep } from '../../domain/sweep/sweep.ts'
import { CourseButton } from '../lessons/course-button.tsx'
import { ShareButton } from '../share/share-button.tsx'
import { Brand } from './brand.tsx'
import { LanguageChoice, ThemeButton } from './page-controls.tsx'
import { PresentButton } from './present-button.tsx'
import { Progress } from './progress.tsx'
import { RunControls } from './run-controls.tsx'
import { SweepControls } from './sweep-controls.tsx'
import css from './top-bar.module.css'

/** With `sweep`, sweeps are shown and the buttons belong to the sweep. */
export function TopBar({ sweep }: { readonly sweep: { readonly form: Sweep | null } | null }) {
  return (
    <div className={css.bar}>
      <div className={css.left}>
        <Brand />
        <CourseButton />
      </div>
      {sweep ? <SweepControls form={sweep.form} /> : <RunControls />}
      {sweep ? <div /> : <Progress />}
      <div className={css.right}>
        <ShareButton wordClass={css.word} />
        <PresentButton wordClass={css.word} />
        <LanguageChoice />
        <ThemeButton />
      </div>
    </div>
  )
}
