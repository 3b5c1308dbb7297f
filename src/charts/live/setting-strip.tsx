/** The loss over the values of one setting, as wide as its slider: a dot for each value that was tried. */
import { SizedBox } from '../kit/sized-box.tsx'
import type { Size } from '../kit/use-size.ts'
import css from './setting-strip.module.css'

type Span = readonly [low: number, high: number]

export interface StripDot {
  /** Where on the track, 0..1. */
  readonly at: number
  /** null of a run that diverged. */
  readonly loss: number | null
  /** Of several seeds. */
  readonly span: Span | null
  readonly look: 'here' | 'training' | 'lowest' | 'plain'
}

interface Props {
  /** From left to right. */
  readonly dots: readonly StripDot[]
  readonly label: string
}

const PAD = 7
/** Small differences are not spread over the whole height: a tenth of the loss fills it at least. */
const LEAST_SPAN = 0.1
/** Losses above so many times the lowest are drawn at the top: one bad end would flatten all others. */
const HIGHEST = 4

export function SettingStrip(props: Props) {
  return <SizedBox className={css.box}>{(size) => <Drawing {...props} size={size} />}</SizedBox>
}

function Drawing({ dots, label, size }: Props & { size: Size }) {
  const losses = dots.flatMap(({ loss, span }) => [loss, ...(span ?? [])]).filter((loss) => isKnown(loss))
  const low = Math.min(...losses)
  const high = Math.max(Math.min(Math.max(...losses), low * HIGHEST), low * (1 + LEAST_SPAN))
  const y = (loss: number) =>
    size.height - PAD - ((Math.min(loss, high) - low) / (high - low || 1)) * (size.height - 2 * PAD)
  const x = (at: number) => at * size.width
  const path = dots
    .map(({ at, loss }, i) => {
      const isBroken = i === 0 || !isKnown(dots[i - 1]!.loss)
      return isKnown(loss) ? `${isBroken ? 'M' : 'L'}${x(at).toFixed(1)} ${y(loss).toFixed(1)}` : ''
    })
    .join('')
  const here = dots.find(({ look }) => look === 'here' || look === 'training')
  return (
    <svg role="img" aria-label={label} width={size.width} height={size.height} className={css.strip}>
      {here && isKnown(here.loss) && (
        <line className={css.drop} x1={x(here.at)} x2={x(here.at)} y1={-6} y2={y(here.loss)} />
      )}
      <path className={css.line} d={path} />
      {dots.map(({ at, span }) =>
        span?.every(isKnown) ? (
          <path key={at} className={css.whisker} d={`M${x(at)} ${y(span[0])}V${y(span[1])}`} />
        ) : null,
      )}
      {dots
        .toSorted((a, b) => FRONT.indexOf(a.look) - FRONT.indexOf(b.look))
        .map(({ at, loss, look }) =>
          isKnown(loss) ? (
            <circle key={at} className={css[look]} cx={x(at)} cy={y(loss)} r={RADIUS[look]} />
          ) : (
            <path key={at} className={css.cross} d={`M${x(at) - 3} ${PAD - 3}l6 6m0 -6l-6 6`} />
          ),
        )}
    </svg>
  )
}

const FRONT = ['plain', 'lowest', 'training', 'here'] as const
const RADIUS = { plain: 1.75, lowest: 3, here: 4.5, training: 4.5 }

function isKnown(loss: number | null): loss is number {
  return loss !== null && Number.isFinite(loss)
}
