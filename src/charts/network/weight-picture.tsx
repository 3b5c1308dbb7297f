/** The incoming weights of a unit that sees an image, as an image: purple below 0, paper at 0, green above. */
import { useEffect, useRef } from 'react'
import { useTheme } from '../kit/theme.ts'
import { rampColour, rampOf } from '../model/ramp.ts'
import styles from './network.module.css'
import { usualReach } from './unit-map.ts'

interface Props {
  /** Row-major. One in a hundred has the full colour. */
  readonly weights: Float32Array
  readonly width: number
  readonly height: number
  readonly label: string
}

export function WeightPicture({ weights, width, height, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (canvas.current === null || !pen) return
    const ramp = rampOf(canvas.current.parentElement ?? document.body, theme, 'picture')
    const reach = usualReach(weights, 0)
    const image = new ImageData(width, height)
    const pixels = new Uint32Array(image.data.buffer)
    for (let i = 0; i < pixels.length; i++) pixels[i] = rampColour(ramp, weights[i]! / reach)
    pen.putImageData(image, 0, 0)
  }, [weights, width, height, theme])
  return (
    <canvas
      ref={canvas}
      className={styles.weights}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    />
  )
}
