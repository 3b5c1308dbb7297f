import type { ReactNode } from 'react'
import { runColour } from '../../charts/kit/colour.ts'
import { REMEDY_LESSONS } from '../../lessons/course-map.ts'
import { isInProgress, type RunView } from '../../store/run-view.ts'
import { effectText } from '../../text/effect-text.ts'
import type { Messages } from '../../text/messages.ts'
import { changesAfter, shortName } from '../../text/run-name.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useText } from '../shared/app-context.tsx'
import { LessonLink } from '../shared/lesson-link.tsx'
import { InSeeds } from './in-seeds.tsx'
import type { Tried } from './use-remedies.ts'
import css from './verdict.module.css'

interface Props {
  readonly run: RunView
  readonly tried: Tried
  /** Whether it is the one to press first. */
  readonly leads: boolean
  /** What comes before the press does its work, where the run is not the one that the page shows. */
  readonly onTry?: () => void
  /** Names the run, where rows are about several. */
  readonly namesRun?: boolean
  /** Stands in the button's place once every value was tried. */
  readonly whenTried?: ReactNode
}

/** A remedy with its next value, or with what it did. */
export function RemedyRow({ run, tried, leads, onTry, namesRun = false, whenTried }: Props) {
  const t = useText()
  const { tryInstead } = useActions()
  const { remedy, by, yardstick } = tried
  const { name, reason } = t.verdict.remedies[remedy.key]
  const value = changesAfter(name, run.experiment, remedy.experiment, t)
  return (
    <li>
      <div className={css.remedy}>
        <span className={css.what}>
          <span>
            <b>{name}</b> {by && remedy.isTried ? '' : value}
          </span>
          <LessonLink lesson={REMEDY_LESSONS[remedy.key]} bare />
        </span>
        {namesRun && (
          <small className={css.outcome}>
            <i style={{ background: runColour(run.colour) }} />
            {t.verdict.ofRun(shortName(run, t))}
          </small>
        )}
        {by ? (
          <small className={css.outcome}>
            <i style={{ background: runColour(by.colour) }} />
            {changesAfter('', run.experiment, by.experiment, t)}: {outcomeText(tried, t)}
          </small>
        ) : (
          <small>{reason}</small>
        )}
        {by && !isInProgress(by) && (
          <InSeeds name={name} before={run.experiment} after={by.experiment} yardstick={yardstick} />
        )}
      </div>
      {remedy.isTried ? (
        whenTried
      ) : (
        <Button
          variant={leads ? 'primary' : 'outline'}
          size="small"
          aria-label={t.verdict.tryLabel(`${name} ${value}`.trim())}
          onClick={() => {
            onTry?.()
            tryInstead(run.id, [remedy.experiment])
          }}
        >
          {t.verdict.tryIt}
        </Button>
      )}
    </li>
  )
}

function outcomeText({ by, before, after, yardstick, effect }: Tried, t: Messages): string {
  if (by && isInProgress(by)) return t.verdict.trying
  if (before === null || after === null || effect === null) return t.verdict.notTrained
  return effectText(before, after, yardstick, t)
}
