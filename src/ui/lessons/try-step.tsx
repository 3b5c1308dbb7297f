/** What to do next: break it, do it oneself, go on. */
import type { LessonKey } from '../../domain/link/lesson-keys.ts'
import { decodeLink } from '../../domain/link/link.ts'
import { sceneOf } from '../../domain/link/scene.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import { NO_TABLES } from '../../domain/table/library.ts'
import { nextLesson, relatedLessons } from '../../lessons/course-map.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { LessonState } from '../../store/lesson-state.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { Cures } from './cures.tsx'
import css from './try.module.css'

interface Props {
  readonly open: LessonState
  readonly lesson: Lesson
  onControls(setting?: SettingKey): void
}

export function TryStep({ open, lesson, onControls }: Props) {
  const t = useText()
  const next = nextLesson(open.key)
  return (
    <>
      <Cures open={open} onControls={onControls} />
      <Variations title={t.lesson.breakIt} of={lesson.breakIt} verb={t.lesson.try} train />
      <Variations
        title={t.lesson.nowYou}
        of={lesson.nowYou}
        verb={t.lesson.begin}
        onOpen={() => onControls()}
      />
      <Lessons title={t.lesson.related} keys={relatedLessons(open.key)} />
      {next && <Lessons title={t.lesson.nextLesson} keys={[next]} />}
    </>
  )
}

interface VariationsProps {
  readonly title: string
  readonly of: Lesson['breakIt']
  readonly verb: string
  readonly train?: boolean
  readonly onOpen?: () => void
}

function Variations({ title, of, verb, train = false, onOpen }: VariationsProps) {
  const { tryVariation, look } = useActions()
  const language = useAppState(({ view }) => view.language)
  if (of.length === 0) return null
  const open = (link: string) => {
    look({ sideBySide: false, onStage: false })
    tryVariation(sceneOf(decodeLink(link, NO_TABLES)), train)
    onOpen?.()
  }
  return (
    <section className={css.variations} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {of.map(({ text, scene }) => (
          <li key={scene + text.en}>
            <p>{text[language]}</p>
            <Button
              variant="outline"
              size="small"
              aria-label={`${verb}: ${text[language]}`}
              onClick={() => open(scene)}
            >
              {verb}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lessons({ title, keys }: { readonly title: string; readonly keys: readonly LessonKey[] }) {
  const t = useText()
  const { openLesson } = useActions()
  if (keys.length === 0) return null
  return (
    <section className={css.lessons} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {keys.map((key) => (
          <li key={key}>
            <button type="button" onClick={() => openLesson(key)}>
              {t.lessons.list[key].title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
