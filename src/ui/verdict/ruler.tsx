import { useText } from '../shared/app-context.tsx'
import css from './verdict.module.css'

const TICKS = 60

/** A ruler from underfitting over a good fit to overfitting, with a needle at 0..1. */
export function Ruler({ at, word }: { readonly at: number; readonly word: string }) {
  const t = useText()
  const { under, good, over } = t.verdict.ruler
  return (
    <div className={css.ruler} role="img" aria-label={t.verdict.rulerLabel(word)}>
      <div className={css.ends} aria-hidden>
        <span data-near={at < 1 / 3}>{under}</span>
        <span data-near={at >= 1 / 3 && at <= 2 / 3}>{good}</span>
        <span data-near={at > 2 / 3}>{over}</span>
      </div>
      <svg viewBox="0 0 300 20" preserveAspectRatio="none" aria-hidden className={css.scale}>
        <path
          d={Array.from(
            { length: TICKS + 1 },
            (_, i) => `M${(i * 300) / TICKS} 0V${i % 20 === 0 ? 10 : i % 5 === 0 ? 7 : 4}`,
          ).join('')}
        />
      </svg>
      <i className={css.needle} style={{ insetInlineStart: `${at * 100}%` }} />
    </div>
  )
}
