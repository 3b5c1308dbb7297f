/** Files share a page, so that modules are loaded once: every test starts with an empty one. */
import { afterEach } from 'vitest'
import { cleanup } from 'vitest-browser-react'

afterEach(cleanup)
