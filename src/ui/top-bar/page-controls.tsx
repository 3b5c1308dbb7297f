import { Moon, Sun } from 'lucide-react'
import { LANGUAGES, type Language } from '../../domain/link/page-keys.ts'
import { Button } from '../kit/button.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { useDark } from '../shared/use-page.ts'

const NAMES: Record<Language, string> = { en: 'EN', 'zh-CN': '中文' }
export function LanguageChoice() {
  const t = useText()
  const { chooseLanguage } = useActions()
  const language = useAppState(({ chosenLanguage }) => chosenLanguage)
  return (
    <Segmented
      hideLabel
      label={t.language}
      value={language}
      options={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
      onChange={(next) => void chooseLanguage(next)}
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
