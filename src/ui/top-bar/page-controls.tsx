import { Link, Moon, Sun } from 'lucide-react'
import { useEffect, useState } from 'react'
import { LANGUAGES, type Language } from '../../domain/link.ts'
import { sceneUrl } from '../../share/address.ts'
import { Button } from '../kit/button.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { useActions, useLab, useRoom, useText } from '../lab-context.tsx'
import { useDark } from '../use-page.ts'
import css from './top-bar.module.css'

const NAMES: Record<Language, string> = { en: 'EN', 'zh-CN': '中文' }
/** How long "copied" stays, in ms. */
const SAY = 2000

export function ShareButton() {
  const t = useText()
  const { lab } = useRoom()
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), SAY)
    return () => clearTimeout(timer)
  }, [said])
  const copy = () =>
    // No clipboard on pages served over plain http.
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(sceneUrl(lab)))
      .then(
        () => setSaid(t.share.copied),
        () => setSaid(t.share.failed),
      )
  return (
    <Button
      variant="plain"
      icon={<Link size={16} strokeWidth={1.6} aria-hidden />}
      title={t.share.hint}
      onClick={copy}
    >
      <output className={css.word}>{said ?? t.share.label}</output>
    </Button>
  )
}

export function LanguageChoice() {
  const t = useText()
  const { look } = useActions()
  const language = useLab(({ view }) => view.language)
  return (
    <Segmented
      hideLabel
      label={t.language}
      value={language}
      options={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
      onChange={(next) => look({ language: next })}
      size="small"
    />
  )
}

export function ThemeButton() {
  const t = useText()
  const { look } = useActions()
  const dark = useDark()
  const Icon = dark ? Sun : Moon
  return (
    <Button
      variant="icon"
      icon={<Icon size={16} strokeWidth={1.6} aria-hidden />}
      aria-label={dark ? t.theme.toLight : t.theme.toDark}
      onClick={() => look({ theme: dark ? 'light' : 'dark' })}
    />
  )
}
