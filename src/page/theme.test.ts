/** The script that sets the theme before the first paint. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const code = readFileSync(new URL('../../public/theme.js', import.meta.url), 'utf8')
const paint = new Function('location', 'localStorage', 'document', code)

function painted(hash: string, getItem: () => string | null): string | undefined {
  const dataset: { theme?: string } = {}
  paint({ hash }, { getItem }, { documentElement: { dataset } })
  return dataset.theme
}
const dark = () => 'dark'
const forbidden = () => {
  throw new Error('denied')
}

it('is what the link says, or else what was chosen here', () => {
  expect(painted('', dark)).toBe('dark')
  expect(painted('#data=moons', () => null)).toBeUndefined()
  expect(painted('#theme=light', dark)).toBe('light')
  expect(painted('#data=moons&theme=light&run=1', dark)).toBe('light')
  expect(painted('#theme=lightish', dark)).toBe('dark')
  expect(painted('', forbidden)).toBeUndefined()
})

it('is not what was chosen here where the page is embedded', () => {
  expect(painted('#data=moons&embed=1', dark)).toBeUndefined()
  expect(painted('#theme=dark&embed=1', forbidden)).toBe('dark')
  expect(painted('#embed=0', dark)).toBe('dark')
})
