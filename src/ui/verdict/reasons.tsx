/** Why the verdict is what it is: every rule in order, what it looked at, and the thresholds. */
import { allRules, type RuleOutcome } from '../../domain/diagnosis/diagnose.ts'
import { type Check, holds } from '../../domain/diagnosis/verdict.ts'
import type { RunDiagnosis } from '../../store/diagnoses.ts'
import { quantityText } from '../../text/quantity-text.ts'
import { useAllText } from '../shared/app-context.tsx'
import { about } from '../shared/marks.ts'
import { MarkedNumber } from './marked-number.tsx'
import css from './verdict.module.css'

interface Props {
  readonly run: string
  readonly diagnosis: RunDiagnosis
}

export function Reasons({ run, diagnosis }: Props) {
  const t = useAllText()
  return (
    <div className={css.reasons}>
      <p className={css.text}>{t.why.rules}</p>
      <ol className={css.rules}>
        {allRules(diagnosis).map((rule) => (
          <RuleItem key={rule.key} rule={rule} run={run} isVerdict={rule.key === diagnosis.verdict} />
        ))}
      </ol>
    </div>
  )
}

function RuleItem({ rule, run, isVerdict }: { rule: RuleOutcome; run: string; isVerdict: boolean }) {
  const t = useAllText()
  return (
    <li data-met={rule.isMet} data-verdict={isVerdict}>
      <h4 {...about(`verdict.${rule.key}`)}>
        {t.verdict.words[rule.key]} <span>{rule.isMet ? t.why.holds : t.why.holdsNot}</span>
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
  const t = useAllText()
  const { quantity, value, threshold, side, epochs } = check
  const isKnown = value !== null && !Number.isNaN(value)
  const wanted = quantityText(quantity, threshold)
  const text = isKnown ? quantityText(quantity, value) : t.why.notMeasured
  return (
    <li data-met={holds(check)}>
      <span>{t.why.quantities[quantity]}</span>
      <MarkedNumber run={run} text={text} epochs={isKnown ? epochs : null} />
      <small>{side === 'below' ? t.why.below(wanted) : t.why.atLeast(wanted)}</small>
    </li>
  )
}
