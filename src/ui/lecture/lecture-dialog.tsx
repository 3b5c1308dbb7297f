/** Where the scenes of a lecture are named, put in order and removed, and the lecture becomes a link. */
import { ArrowDown, ArrowUp, RefreshCw, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { type LectureScene, runsWhenOpened, withRun } from '../../domain/link/lecture.ts'
import { lectureUrl, sceneLink } from '../../page/urls.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useActions, useAllText, useAppContext } from '../shared/app-context.tsx'
import { CopyLink } from '../shared/copy-link.tsx'
import css from './lecture-dialog.module.css'
import { useLecture, useSceneNames } from './use-lecture.ts'

interface Removed {
  readonly scene: LectureScene
  readonly title: string
  readonly index: number
}

export function LectureDialog({ onClose }: { readonly onClose: () => void }) {
  const { lecture: t, share } = useAllText()
  const dialog = useRef<HTMLDialogElement>(null)
  const { app } = useAppContext()
  const { goToScene } = useActions()
  const { scenes, at, change } = useLecture()
  const names = useSceneNames(scenes)
  const [removed, setRemoved] = useState<Removed | null>(null)
  const put = (i: number, scene: LectureScene) => change(scenes.with(i, scene), at)
  /** The scene that is shown stays so, wherever it moves to. */
  const arrange = (order: readonly LectureScene[]) => {
    const shown = at === null ? -1 : order.indexOf(scenes[at]!)
    change(order, shown < 0 ? null : shown)
  }
  const exchange = (i: number, k: number) => arrange(scenes.with(i, scenes[k]!).with(k, scenes[i]!))
  const remove = (i: number) => {
    setRemoved({ scene: scenes[i]!, title: names[i]!.title, index: i })
    arrange(scenes.toSpliced(i, 1))
  }
  const restore = ({ scene, index }: Removed) => {
    setRemoved(null)
    arrange(scenes.toSpliced(index, 0, scene))
  }
  return (
    <Dialog ref={dialog} className={css.dialog} title={t.title} closeLabel={share.close} onClose={onClose}>
      <div className={css.body}>
        <p className={css.about}>{t.about}</p>
        <ol className={css.scenes}>
          {scenes.map((scene, i) => (
            <li key={i} aria-current={at === i ? 'step' : undefined}>
              <Button
                variant="plain"
                size="small"
                aria-label={t.goTo(i + 1)}
                title={t.goTo(i + 1)}
                onClick={() => goToScene(i)}
              >
                {i + 1}
              </Button>
              <div className={css.scene}>
                <input
                  aria-label={t.titleOf(i + 1)}
                  value={scene.title}
                  placeholder={names[i]!.title}
                  maxLength={120}
                  onChange={({ target }) => put(i, { ...scene, title: target.value })}
                />
                <p>{names[i]!.settings}</p>
                {names[i]!.mayRun && (
                  <label>
                    <input
                      type="checkbox"
                      checked={runsWhenOpened(scene)}
                      onChange={({ target }) => put(i, withRun(scene, target.checked))}
                    />
                    {t.runs}
                  </label>
                )}
              </div>
              <div className={css.tools}>
                <Button
                  variant="icon"
                  size="small"
                  icon={<ArrowUp />}
                  aria-label={t.up(i + 1)}
                  disabled={i === 0}
                  onClick={() => exchange(i, i - 1)}
                />
                <Button
                  variant="icon"
                  size="small"
                  icon={<ArrowDown />}
                  aria-label={t.down(i + 1)}
                  disabled={i === scenes.length - 1}
                  onClick={() => exchange(i, i + 1)}
                />
                <Button
                  variant="icon"
                  size="small"
                  icon={<RefreshCw />}
                  aria-label={t.replace(i + 1)}
                  onClick={() => change(scenes.with(i, { ...scene, link: sceneLink(app) }), i)}
                />
                <Button
                  variant="icon"
                  size="small"
                  icon={<Trash2 />}
                  aria-label={t.remove(i + 1)}
                  onClick={() => remove(i)}
                />
              </div>
            </li>
          ))}
        </ol>
        {removed && (
          <p className={css.removed} role="status">
            {t.removed(removed.title)}
            <Button variant="outline" size="small" onClick={() => restore(removed)}>
              {t.undo}
            </Button>
          </p>
        )}
        {scenes.length > 0 && (
          <section className={css.link} aria-label={t.link}>
            <h3>{t.link}</h3>
            <p>{t.linkAbout}</p>
            <CopyLink primary url={lectureUrl(scenes)} />
          </section>
        )}
      </div>
    </Dialog>
  )
}
