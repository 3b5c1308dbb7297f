import { useText } from '../shared/app-context.tsx'
import css from './verdict.module.css'

const TICKS = 60

interface Props {
  /** 0..1. */
  readonly at: number
  /** Where a hollow needle marks the baseline; null where there is none. */
  readonly before?: number | null
  readonly word: string
}

/** A ruler from underfitting over a good fit to overfitting, with a needle. */
export function Ruler({ at, before = null, word }: Props) {
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
      {before !== null && (
        <span
          className={css.before}
          data-flipped={before > 0.5}
          style={{ insetInlineStart: `${before * 100}%` }}
          aria-hidden
        >
          <i />
          <small>{t.live.baseline}</small>
        </span>
      )}
      <i className={css.needle} style={{ insetInlineStart: `${at * 100}%` }} />
    </div>
  )
}
