/** Files share a page, so that modules are loaded once: every test starts with an empty one, and Tab at its beginning. */
import { afterEach } from 'vitest'
import { cleanup } from 'vitest-browser-react'

afterEach(async () => {
  await cleanup()
  const { body } = document
  body.tabIndex = -1
  body.focus()
  body.removeAttribute('tabindex')
})
