/** Why the verdict is what it is: every rule in order, what it looked at, and the thresholds. */
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { allRules, type RuleOutcome } from '../../domain/diagnosis/diagnose.ts'
import { type Check, holds } from '../../domain/diagnosis/verdict.ts'
import type { RunDiagnosis } from '../../store/diagnoses.ts'
import { quantityText } from '../../text/verdict-text.ts'
import { useText } from '../shared/app-context.tsx'
import { about } from '../shared/marks.ts'
import more from '../shared/more.module.css'
import { MarkedNumber } from './marked-number.tsx'
import css from './verdict.module.css'

interface Props {
  readonly run: string
  readonly diagnosis: RunDiagnosis
}

export function WhyBlock({ run, diagnosis }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <section className={css.why} aria-label={t.verdict.why}>
      <button type="button" className={more.summary} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight aria-hidden className={more.chevron} size={13} />
        {t.verdict.why}
      </button>
      {open && (
        <div className={css.reasons}>
          <p className={css.text}>{t.verdict.rules}</p>
          <ol className={css.rules}>
            {allRules(diagnosis).map((rule) => (
              <RuleItem key={rule.key} rule={rule} run={run} isVerdict={rule.key === diagnosis.verdict} />
            ))}
          </ol>
        </div>
      )}
    </section>
  )
}

function RuleItem({ rule, run, isVerdict }: { rule: RuleOutcome; run: string; isVerdict: boolean }) {
  const t = useText()
  return (
    <li data-met={rule.isMet} data-verdict={isVerdict}>
      <h4 {...about(`verdict.${rule.key}`)}>
        {t.verdict.words[rule.key]} <span>{rule.isMet ? t.verdict.holds : t.verdict.holdsNot}</span>
      </h4>
      <ul>
        {rule.checks.map((check) => (
          <CheckItem key={check.quantity} check={check} run={run} />
        ))}
      </ul>
    </li>
  )
}

function CheckItem({ check, run }: { check: Check; run: string }) {
  const t = useText()
  const { quantity, value, threshold, side, epochs } = check
  const isKnown = value !== null && !Number.isNaN(value)
  const wanted = quantityText(quantity, threshold)
  const text = isKnown ? quantityText(quantity, value) : t.verdict.notMeasured
  return (
    <li data-met={holds(check)}>
      <span>{t.verdict.quantities[quantity]}</span>
      <MarkedNumber run={run} text={text} epochs={isKnown ? epochs : null} />
      <small>{side === 'below' ? t.verdict.below(wanted) : t.verdict.atLeast(wanted)}</small>
    </li>
  )
}
