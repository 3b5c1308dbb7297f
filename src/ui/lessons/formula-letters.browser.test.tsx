import '../app/tokens.css'
import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { LESSON_KEYS } from '../../domain/link/lesson-keys.ts'
import { loadLesson } from '../../lessons/registry.ts'
import { quietRoom } from '../app-context.testing.ts'
import { SettingsColumn } from '../settings/settings-column.tsx'
import { AppContextProvider } from '../shared/app-context.tsx'
import { revealControl } from '../shared/reveal-control.ts'

beforeEach(() => page.viewport(1280, 900))

test.each(LESSON_KEYS)(
  '%s: each letter that a control sets leads to it, in the lesson’s own settings',
  async (key) => {
    const { scene, formula } = await loadLesson(key)
    const { container } = await render(
      <AppContextProvider value={quietRoom(`#${scene}`)}>
        <div style={{ width: 320, height: 700, display: 'grid' }}>
          <SettingsColumn />
        </div>
      </AppContextProvider>,
    )
    for (const { symbol, setting } of formula.symbols) {
      if (!setting) continue
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      const isRevealed = () => {
        revealControl(setting, container)
        return document.activeElement?.closest('[data-settings]') !== null
      }
      // Some controls are fetched when they are first shown.
      await expect.poll(isRevealed, { message: `${symbol}: ${setting}` }).toBe(true)
    }
  },
)
