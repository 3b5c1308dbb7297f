import type { LessonKey } from '../../domain/link/lesson-keys.ts'
import type { TermKey } from '../../domain/terms/terms.ts'
import { termLesson } from '../../lessons/course-map.ts'
import { TERM_FORMULAS } from '../../lessons/term-formulas.ts'
import { lessonUrl } from '../../page/urls.ts'
import { type Terms, termText } from '../../text/terms.ts'
import { useActions, useAppContext, useText } from '../shared/app-context.tsx'
import { MathFormula } from './math.tsx'
import css from './term-popover.module.css'

interface Props {
  readonly term: TermKey
  readonly terms: Terms
  /** Called before a lesson is opened. */
  onLeave(): void
}

/** A term: one sentence, its formula where it has one, and the lesson that treats it. */
export function Term({ term, terms, onLeave }: Props) {
  const t = useText()
  const { name, text } = termText(term, terms, t)
  const formula = TERM_FORMULAS[term]
  const lesson = termLesson(term)
  return (
    <div className={css.term}>
      <p>
        <strong>{name}</strong> {text}
      </p>
      {formula && <MathFormula of={formula} />}
      {lesson && <ToLesson lesson={lesson} onLeave={onLeave} />}
    </div>
  )
}

function ToLesson({ lesson, onLeave }: { readonly lesson: LessonKey } & Pick<Props, 'onLeave'>) {
  const t = useText()
  const { openLesson } = useActions()
  const { embedded } = useAppContext()
  const name = t.lesson.open(t.lessons.list[lesson].title)
  if (embedded)
    return (
      <a href={lessonUrl(lesson)} target="_blank" rel="noopener">
        {name}
      </a>
    )
  return (
    <button
      type="button"
      onClick={() => {
        onLeave()
        openLesson(lesson)
      }}
    >
      {name}
    </button>
  )
}
