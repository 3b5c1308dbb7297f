/** A number that shows on the curves what it is of, when it is pointed at or focused; where it is of no stretch, bare. */
import type { Stretch } from '../../domain/diagnosis/verdict.ts'
import { useActions, useText } from '../shared/app-context.tsx'
import css from './verdict.module.css'

interface Props {
  readonly run: string
  readonly text: string
  readonly epochs: Stretch | null
}

export function MarkedNumber({ run, text, epochs }: Props) {
  const t = useText()
  const { look } = useActions()
  if (epochs === null) return <b>{text}</b>
  const mark = () => look({ marked: { run, epochs } })
  const unmark = () => look({ marked: null })
  return (
    <button
      type="button"
      className={css.number}
      title={t.verdict.showStretch(text)}
      onPointerEnter={mark}
      onPointerLeave={unmark}
      onFocus={mark}
      onBlur={unmark}
    >
      {text}
    </button>
  )
}
