import { Check, Minus, X } from 'lucide-react'
import type { Judgement } from '../../domain/assignment/judge.ts'
import { conditionText, judgedText } from '../../text/assignment-text.ts'
import { useAllText } from '../shared/app-context.tsx'
import css from './assignment.module.css'

const SIGNS = { met: Check, missed: X, open: Minus, 'not-here': Minus } as const

/** Every condition with a sign for how it stands, and with the run's own number. */
export function JudgementList({ judgements }: { readonly judgements: readonly Judgement[] }) {
  const t = useAllText()
  return (
    <ul className={css.conditions}>
      {judgements.map((judgement, i) => (
        <li key={i} data-standing={judgement.standing}>
          <Standing of={judgement} />
          <span>{conditionText(judgement.condition, t)}</span>
          <b>{judgedText(judgement, t)}</b>
          {judgement.standing === 'not-here' && <small>{t.assignment.standings['not-here']}</small>}
        </li>
      ))}
    </ul>
  )
}

export function Standing({ of: { standing } }: { readonly of: Judgement }) {
  const t = useAllText()
  const Sign = SIGNS[standing]
  return (
    <span className={css.sign}>
      <Sign size={14} strokeWidth={2.25} aria-hidden />
      <span className={css.said}>{t.assignment.standings[standing]}</span>
    </span>
  )
}
