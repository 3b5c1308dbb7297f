/** Images with the model's predictions. */
import { useEffect, useRef } from 'react'
import { tokenColour, useTheme } from '../kit/theme.ts'
import styles from './digit-grid.module.css'

export interface DigitItem {
  /** width × height, 0 (paper) to 255 (ink). */
  readonly pixels: Uint8ClampedArray
  readonly truth: string
  /** null before there is a model. */
  readonly predicted: string | null
  /** The probability of the prediction. */
  readonly confidence: number | null
}

export interface DigitGridProps {
  readonly items: readonly DigitItem[]
  /** The size of one picture, in pixels. */
  readonly width: number
  readonly height: number
  describe(item: DigitItem): string
  /** A text under each prediction, if given. */
  readonly percent?: (confidence: number) => string
}

export function DigitGrid({ items, width, height, describe, percent }: DigitGridProps) {
  const theme = useTheme()
  return (
    <ul className={styles.grid} data-words={items.some(({ truth }) => truth.length > 2)}>
      {items.map((item, i) => {
        const wrong = item.predicted !== null && item.predicted !== item.truth
        return (
          <li key={i} className={styles.item} aria-label={describe(item)}>
            <Digit {...{ item, width, height, theme }} className={wrong ? `${styles.wrong}` : ''} />
            <span className={styles.caption} aria-hidden="true">
              {wrong ? (
                <>
                  <span>{item.truth}</span>
                  <i> → </i>
                  <b>{item.predicted}</b>
                </>
              ) : (
                <span>{item.truth}</span>
              )}
            </span>
            {percent !== undefined && item.predicted !== null && item.confidence !== null && (
              <span className={styles.confidence} aria-hidden="true">
                {percent(item.confidence)}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

interface DigitProps {
  readonly item: DigitItem
  readonly width: number
  readonly height: number
  readonly theme: number
  readonly className: string
}

function Digit({ item: { pixels }, width, height, theme, className }: DigitProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (canvas.current === null || pen === null || pen === undefined) return
    const ink = tokenColour(canvas.current.parentElement ?? document.body, '--ink', theme)
    pen.clearRect(0, 0, width, height)
    const image = new ImageData(width, height)
    for (let i = 0; i < width * height; i++) image.data.set([...ink, pixels[i] ?? 0], i * 4)
    pen.putImageData(image, 0, 0)
  }, [pixels, width, height, theme])
  return <canvas ref={canvas} width={width} height={height} className={className} />
}
