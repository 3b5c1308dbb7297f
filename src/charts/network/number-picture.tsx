/** A grid of numbers as a picture, a pixel each: purple below 0, paper at 0, green above. */
import { useEffect, useRef } from 'react'
import { useTheme } from '../kit/theme.ts'
import { rampColour, rampOf } from '../model/ramp.ts'
import styles from './network.module.css'
import { usualReach } from './unit-map.ts'

interface Props {
  /** Row-major. */
  readonly numbers: Float32Array
  readonly width: number
  readonly height: number
  /** How far from 0 a number has the full colour; where it is left out, one in a hundred has it. */
  readonly reach?: number | undefined
  readonly label: string
}

export function NumberPicture({ numbers, width, height, reach, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (canvas.current === null || !pen) return
    const ramp = rampOf(canvas.current.parentElement ?? document.body, theme, 'picture')
    const full = reach ?? usualReach(numbers, 0)
    const image = new ImageData(width, height)
    const pixels = new Uint32Array(image.data.buffer)
    for (let i = 0; i < pixels.length; i++) pixels[i] = rampColour(ramp, numbers[i]! / full)
    pen.putImageData(image, 0, 0)
  }, [numbers, width, height, reach, theme])
  return (
    <canvas
      ref={canvas}
      className={styles.numbers}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    />
  )
}
