import { SETTINGS, type SettingKey } from '../../domain/settings/settings.ts'
import { SETTINGS_ATTRIBUTE } from './marks.ts'

const REVEALED = 'data-revealed'
const FIELDS = 'input, select, button'

/** Where the control of a setting shows only while another has a certain value: that one. */
const OWNERS: Readonly<Record<string, SettingKey>> = { optimizer: 'optimizer', earlyStopping: 'patience' }

/**
 * Unfolds what hides the control of a setting, scrolls to it, focuses it, and tints it until the next press. A setting
 * that is compared in several values has a line in place of its control, which then has the focus.
 */
export function revealControl(setting: SettingKey, within: ParentNode) {
  const controlOf = (key: SettingKey | undefined) =>
    within.querySelector<HTMLElement>(`[${SETTINGS_ATTRIBUTE}~="${key}"]`)
  const control = controlOf(setting) ?? controlOf(OWNERS[SETTINGS[setting].path[0]])
  if (!control) return
  for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
  control.scrollIntoView({ block: 'center' })
  const field = control.matches(FIELDS) ? control : control.querySelector<HTMLElement>(FIELDS)
  if (!field) control.tabIndex = -1
  const target = field ?? control
  target.focus({ preventScroll: true })
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
