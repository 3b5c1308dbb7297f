import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { row } from './fixture.ts'
import { GradientChart } from './gradient-chart.tsx'

const rows = (...gradients: number[][]) =>
  gradients.map((of, i) => ({ ...row(i + 1, 0.5, 0.6), gradients: of }))

async function drawn(of: ReturnType<typeof rows>) {
  const { container } = await render(
    <div style={{ width: 328 }}>
      <GradientChart rows={of} label="gradients" tick={String} layer={(n) => `layer ${n}`} />
    </div>,
  )
  await expect.poll(() => container.querySelector('svg')).not.toBeNull()
  const lines = [...container.querySelectorAll('path')].map((path) => path.getAttribute('d') ?? '')
  const words = [...container.querySelectorAll('text')].map(({ textContent, y }) => ({
    word: textContent,
    y: y.baseVal[0]!.value,
  }))
  return { lines, words }
}

test('a line for each layer; the one that hears least lies lowest', async () => {
  const { lines, words } = await drawn(rows([1e-4, 1e-2, 1], [2e-4, 2e-2, 1]))
  expect(lines).toHaveLength(3)
  const at = (word: string) => words.find((text) => text.word === word)!.y
  expect(at('layer 1')).toBeGreaterThan(at('2'))
  expect(at('2')).toBeGreaterThan(at('3'))
  expect(words.map(({ word }) => word)).toEqual(expect.arrayContaining(['1', '0.0001']))
})

test('gradients of 0 lie on the floor, and what is not a number is a gap', async () => {
  const { lines } = await drawn(rows([0, 0.5], [0, Number.NaN], [0, 0.1]))
  for (const line of lines) expect(line).not.toMatch(/NaN|Infinity/)
  expect(lines[0]!.match(/[ML]/g)).toHaveLength(3)
  expect(lines[1]!.match(/M/g)).toHaveLength(2)
})
