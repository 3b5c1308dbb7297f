/** What the lesson teaches to do, by name: one press tries it on a run of the lesson, or on the person's own. */
import { useMemo } from 'react'
import { REMEDY_SETTINGS } from '../../domain/diagnosis/remedies/proposals.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import { LESSON_CURES } from '../../lessons/course-map.ts'
import type { LessonState } from '../../store/lesson-state.ts'
import { runName } from '../../text/run-name.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useText } from '../shared/app-context.tsx'
import { RemedyRow } from '../verdict/remedy-row.tsx'
import css from './cures.module.css'
import { useCures } from './use-cures.ts'

interface Props {
  readonly open: LessonState
  onControls(setting: SettingKey): void
}

export function Cures({ open, onControls }: Props) {
  const t = useText()
  const { remedies, run, control } = LESSON_CURES[open.key]
  const cures = useCures(open.runs, remedies, run)
  return (
    <>
      <section className={css.cures} aria-label={t.lesson.cures}>
        <h3>{t.lesson.cures}</h3>
        <ul>
          {remedies.map((key, i) => {
            const cure = cures[i]
            const { name, reason } = t.verdict.remedies[key]
            const toControl = <ToControl of={name} setting={REMEDY_SETTINGS[key]} onControls={onControls} />
            if (cure)
              return (
                <RemedyRow
                  key={key}
                  run={cure.run}
                  tried={cure.tried}
                  leads={false}
                  namesRun={open.runs.length > 1}
                  whenTried={toControl}
                />
              )
            return (
              <li key={key}>
                <p>
                  <b>{name}</b>
                  <small>{reason}</small>
                </p>
                {toControl}
              </li>
            )
          })}
          {control && (
            <li>
              <b>{t.setting[control].name}</b>
              <ToControl of={t.setting[control].name} setting={control} onControls={onControls} />
            </li>
          )}
        </ul>
      </section>
      <OwnCures open={open} />
    </>
  )
}

/** The same for the run that the person came from, where its verdict asks for it: their page comes back with the fork. */
function OwnCures({ open: { key, own } }: Pick<Props, 'open'>) {
  const t = useText()
  const { closeLesson } = useActions()
  const ids = useMemo(() => (own.focus === null ? [] : [own.focus]), [own.focus])
  const cures = useCures(ids, LESSON_CURES[key].remedies).filter((cure) => cure?.isAskedFor)
  const run = cures[0]?.run
  if (!run) return null
  return (
    <section className={css.cures} aria-label={t.lesson.ownCures}>
      <h3>{t.lesson.ownCures}</h3>
      <p className={css.run}>{runName(run, t)}</p>
      <ul>
        {cures.map(
          (cure) =>
            cure && (
              <RemedyRow
                key={cure.tried.remedy.key}
                run={run}
                tried={cure.tried}
                leads={false}
                onTry={closeLesson}
              />
            ),
        )}
      </ul>
    </section>
  )
}

interface ToControlProps extends Pick<Props, 'onControls'> {
  /** What it sets. */
  readonly of: string
  readonly setting: SettingKey
}

function ToControl({ of, setting, onControls }: ToControlProps) {
  const t = useText()
  return (
    <Button
      variant="outline"
      size="small"
      aria-label={t.lesson.of(of, t.lesson.showControl(t.setting[setting].name))}
      onClick={() => onControls(setting)}
    >
      {t.lesson.toControl}
    </Button>
  )
}
