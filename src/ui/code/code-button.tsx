import { Code } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from '../kit/button.tsx'
import { useText } from '../shared/app-context.tsx'
import css from './column.module.css'
import { loadPanel } from './lazy-panel.tsx'

export const COLUMN_ID = 'code'

interface Props {
  readonly open: boolean
  readonly onToggle: () => void
  readonly ref?: Ref<HTMLButtonElement>
}

export function CodeButton({ open, onToggle, ref }: Props) {
  const t = useText()
  const ahead = () => void loadPanel().catch(() => {})
  return (
    <Button
      ref={ref}
      variant="plain"
      size="small"
      className={css.button}
      icon={<Code aria-hidden />}
      aria-label={t.drawer.button}
      title={t.drawer.hint}
      aria-expanded={open}
      aria-controls={open ? COLUMN_ID : undefined}
      onPointerEnter={ahead}
      onFocus={ahead}
      onClick={onToggle}
    >
      <span className={css.word}>{t.drawer.button}</span>
    </Button>
  )
}
