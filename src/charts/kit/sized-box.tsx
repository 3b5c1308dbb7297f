import { type ReactNode, useRef } from 'react'
import styles from './sized-box.module.css'
import { type Size, useSize } from './use-size.ts'

interface SizedBoxProps {
  /** Otherwise it fills its parent. */
  readonly className?: string | undefined
  /** Is called once the size is known, and again when it changes. */
  readonly children: (size: Size) => ReactNode
}

/** A drawing takes the size of the box in which it stands. */
export function SizedBox({ className = styles.box, children }: SizedBoxProps) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  return (
    <div ref={box} className={className}>
      {size !== null && children(size)}
    </div>
  )
}
