import { Presentation } from 'lucide-react'
import { Button } from '../kit/button.tsx'
import { useActions, useText } from '../shared/app-context.tsx'
import { useKeyHint } from '../shared/key-hint.ts'

/** `wordClass` is a class that hides the word where there is no room for it. */
export function PresentButton({ wordClass }: { readonly wordClass?: string | undefined }) {
  const t = useText()
  const { look } = useActions()
  return (
    <Button
      variant="plain"
      icon={<Presentation size={16} strokeWidth={1.6} aria-hidden />}
      title={useKeyHint()(t.presentHint, 'P')}
      onClick={() => look({ presenting: true })}
    >
      <span className={wordClass}>{t.present}</span>
    </Button>
  )
}
