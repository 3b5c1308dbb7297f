import type { ReactNode } from 'react'
import styles from './picture.module.css'
import type { Size } from './use-size.ts'

interface PictureProps {
  readonly size: Size
  /** What is drawn, in a sentence for those who do not see it. */
  readonly label: string
  /** Whether words may stand beyond the edge, and are nothing to select. */
  readonly beyond?: boolean
  readonly children: ReactNode
}

/** The drawing in a sized box, as large as it. */
export function Picture({ size, label, beyond = false, children }: PictureProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      width={size.width}
      height={size.height}
      className={styles.picture}
      data-beyond={beyond}
    >
      {children}
    </svg>
  )
}
