import type { SettingKey } from '../../domain/settings/settings.ts'
import { SETTINGS_ATTRIBUTE } from './marks.ts'

const REVEALED = 'data-revealed'

/** Unfolds what hides the control of a setting, scrolls to it, focuses it, and tints it until the next press. */
export function revealControl(setting: SettingKey, within: ParentNode) {
  const control = within.querySelector(`[${SETTINGS_ATTRIBUTE}~="${setting}"]`)
  if (!control) return
  for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
  control.scrollIntoView({ block: 'center' })
  control.querySelector<HTMLElement>('input, select, button')?.focus({ preventScroll: true })
  control.setAttribute(REVEALED, '')
  const end = new AbortController()
  const untint = () => {
    control.removeAttribute(REVEALED)
    end.abort()
  }
  // The press that brought us here is not over yet.
  setTimeout(() => {
    addEventListener('pointerdown', untint, { signal: end.signal })
    addEventListener('keydown', untint, { signal: end.signal })
  })
}
