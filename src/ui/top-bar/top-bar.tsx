import { ShareButton } from '../share/share-button.tsx'
import { Brand } from './brand.tsx'
import { LanguageChoice, ThemeButton } from './page-controls.tsx'
import { Progress } from './progress.tsx'
import { RunControls } from './run-controls.tsx'
import { SceneSelect } from './scene-select.tsx'
import css from './top-bar.module.css'

export function TopBar() {
  return (
    <div className={css.bar}>
      <div className={css.left}>
        <Brand />
        <SceneSelect />
      </div>
      <RunControls />
      <Progress />
      <div className={css.right}>
        <ShareButton wordClass={css.word} />
        <LanguageChoice />
        <ThemeButton />
      </div>
    </div>
  )
}
