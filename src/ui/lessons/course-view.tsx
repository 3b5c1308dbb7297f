/** The map of the course: its two questions, and the lessons that hang from the answers. */
import { Check, CornerDownRight } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { BRANCHES, type CourseBranch, type CoursePlace } from '../../domain/link/course.ts'
import { LESSON_KEYS, type LessonKey } from '../../domain/link/lesson-keys.ts'
import { lessonsAt } from '../../lessons/course-map.ts'
import { lessonsDone } from '../../page/preferences.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { lastScenes } from '../lecture/use-lecture.ts'
import { useActions, useAllText, useAppState } from '../shared/app-context.tsx'
import css from './course-view.module.css'
import { Glossary } from './glossary.tsx'

export default function CourseView({ onClose }: { readonly onClose: () => void }) {
  const t = useAllText()
  const dialog = useRef<HTMLDialogElement>(null)
  const [done] = useState(lessonsDone)
  const close = () => dialog.current?.close()
  const branch = (key: CourseBranch) => <LessonsOf branch={key} done={done} onChosen={close} />
  return (
    <Dialog
      ref={dialog}
      title={t.courseMap.title}
      closeLabel={t.courseMap.close}
      className={css.dialog}
      onClose={onClose}
    >
      <div className={css.body}>
        <div className={css.lead}>
          <p>{t.courseMap.lead}</p>
          <p>{t.courseMap.progress(done.length, LESSON_KEYS.length)}</p>
        </div>
        <OwnLecture onLeave={close} />
        <Question title={t.courseMap.start} about={t.courseMap.branches.start}>
          {branch('start')}
        </Question>
        <Question
          title={t.courseMap.training}
          about={t.courseMap.branches.training}
          answer={t.courseMap.yes}
          asks
        >
          {branch('training')}
        </Question>
        <Question
          title={t.courseMap.validation}
          about={t.courseMap.branches.validation}
          before={t.courseMap.no}
          answer={t.courseMap.yes}
          asks
        >
          {branch('validation')}
        </Question>
        <Question title={t.courseMap.judging} about={t.courseMap.branches.judging} before={t.courseMap.no}>
          {branch('judging')}
        </Question>
        <Glossary onLeave={close} />
        <p className={css.keys}>{t.courseMap.keys}</p>
      </div>
    </Dialog>
  )
}

/** Beside the lessons, scenes of a lecturer's own. */
function OwnLecture({ onLeave }: { readonly onLeave: () => void }) {
  const { lecture: t } = useAllText()
  const { setLecture } = useActions()
  const isOpen = useAppState(({ lecture }) => lecture !== null)
  const [scenes] = useState(lastScenes)
  if (isOpen) return null
  return (
    <section className={css.own} aria-label={t.own}>
      <h3>{t.own}</h3>
      <p>
        {t.ownAbout} {scenes.length > 0 && t.scenes(scenes.length)}
      </p>
      <Button
        variant="outline"
        size="small"
        onClick={() => {
          setLecture(scenes, null)
          onLeave()
        }}
      >
        {scenes.length > 0 ? t.open : t.begin}
      </Button>
    </section>
  )
}

interface QuestionProps {
  readonly title: string
  readonly about: string
  /** The answer to the question before that leads here. */
  readonly before?: string
  /** The answer that leads to its lessons. */
  readonly answer?: string
  readonly asks?: boolean
  readonly children: ReactNode
}

function Question({ title, about, before, answer, asks = false, children }: QuestionProps) {
  return (
    <section className={css.branch} aria-label={title}>
      {before && <p className={css.before}>{before}</p>}
      <div className={css.question} data-asks={asks}>
        <h3>{title}</h3>
        <p>{about}</p>
      </div>
      <div className={css.answer}>
        {answer && (
          <p>
            <CornerDownRight size={16} strokeWidth={1.5} aria-hidden />
            {answer}
          </p>
        )}
        {children}
      </div>
    </section>
  )
}

interface LessonsProps {
  readonly branch: CourseBranch
  readonly done: readonly LessonKey[]
  onChosen(): void
}

/** Places without a lesson are left out. */
function LessonsOf({ branch, done, onChosen }: LessonsProps) {
  const t = useAllText()
  const { openLesson } = useActions()
  const current = useAppState(({ lesson }) => lesson?.key)
  const places: readonly CoursePlace[] = BRANCHES[branch]
  return (
    <div className={css.places}>
      {places.map((place) => {
        const keys = lessonsAt(place)
        if (keys.length === 0) return null
        return (
          <div key={place} className={css.place}>
            {t.courseMap.places[place] && <h4>{t.courseMap.places[place]}</h4>}
            <ul>
              {keys.map((key) => (
                <li key={key}>
                  <button
                    type="button"
                    aria-current={current === key ? 'page' : undefined}
                    title={t.lessons.list[key].title}
                    onClick={() => {
                      onChosen()
                      openLesson(key)
                    }}
                  >
                    <i data-done={done.includes(key)}>
                      {done.includes(key) && (
                        <Check size={13} strokeWidth={2.5} aria-label={t.courseMap.done} />
                      )}
                    </i>
                    {t.lessons.list[key].title}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}
