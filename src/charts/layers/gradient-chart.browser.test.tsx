import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { row } from '../curves/fixture.ts'
import { GradientChart, type GradientChartProps } from './gradient-chart.tsx'

const rows = (...gradients: number[][]) =>
  gradients.map((of, i) => ({ ...row(i + 1, 0.5, 0.6), gradients: of }))

const labels: GradientChartProps['labels'] = {
  summary: 'gradients',
  tick: String,
  value: (gradient) => `g ${gradient}`,
  layer: (n) => `layer ${n}`,
  output: (n) => `layer ${n} (output)`,
  at: (n) => `epoch ${n}`,
  xUnit: 'epoch',
  xTick: String,
}

async function drawn(
  of: ReturnType<typeof rows>,
  more: Partial<GradientChartProps> = {},
  width = 328,
  height = 160,
) {
  const { container } = await render(
    <div style={{ width, height }}>
      <GradientChart rows={of} until={5} step={1} hover={null} onHover={() => {}} labels={labels} {...more} />
    </div>,
  )
  await expect.poll(() => container.querySelector('svg')).not.toBeNull()
  const lines = [...container.querySelectorAll('path[class*=first], path[class*=line]')]
    .map((path) => path.getAttribute('d') ?? '')
    .reverse()
  const words = [...container.querySelectorAll('text')].map(({ textContent, y }) => ({
    word: textContent,
    y: y.baseVal[0]?.value ?? 0,
  }))
  return { container, lines, words, said: words.map(({ word }) => word) }
}

test('each layer has a line; the layer with the smallest gradient is lowest', async () => {
  const { lines, words, said } = await drawn(rows([1e-4, 1e-2, 1], [2e-4, 2e-2, 1]))
  expect(lines).toHaveLength(3)
  const at = (word: string) => words.find((text) => text.word === word)!.y
  expect(at('layer 1')).toBeGreaterThan(at('layer 2'))
  expect(at('layer 2')).toBeGreaterThan(at('layer 3'))
  expect(said).toEqual(expect.arrayContaining(['1', '0.0001', 'epoch']))
})

test('of many layers few are named, the first and the last among them', async () => {
  const many = Array.from({ length: 42 }, (_, i) => 0.01 + i / 1e4)
  const { container, said } = await drawn(rows(many), {}, 600, 400)
  expect(container.querySelectorAll('circle')).toHaveLength(42)
  const named = said.filter((word) => word.startsWith('layer '))
  expect(named.length).toBeLessThanOrEqual(8)
  expect(named).toEqual(expect.arrayContaining(['layer 1', 'layer 42 (output)']))
})

test('where it fits, the last layer is named the output', async () => {
  const { said } = await drawn(rows([1e-4, 1]), {}, 600)
  expect(said).toEqual(expect.arrayContaining(['layer 1', 'layer 2 (output)']))
})

test('gradients of 0 lie on the floor, and what is not a number is a gap', async () => {
  const { lines } = await drawn(rows([0, 0.5], [0, Number.NaN], [0, 0.1]))
  for (const line of lines) expect(line).not.toMatch(/NaN|Infinity/)
  expect(lines[0]!.match(/[ML]/g)).toHaveLength(3)
  expect(lines[1]!.match(/M/g)).toHaveLength(2)
})

test('the axis holds the runs it shares its range with', async () => {
  const { said } = await drawn(rows([0.2, 0.5]), { range: [rows([0.2, 0.5]), rows([1e-3, 1])] })
  expect(said).toContain('0.001')
})

test('the crosshair shows the first and the last layer; arrows move it within the run', async () => {
  const onHover = vi.fn()
  const { container, said } = await drawn(rows([0.1, 0.3, 1], [0.2, 0.4, 1]), { hover: 2, onHover })
  expect(said).toEqual(expect.arrayContaining(['epoch 2', 'g 0.2', 'g 1']))
  expect(said).not.toContain('g 0.4')
  const chart = container.querySelector('[role=img]')!
  for (const key of ['ArrowLeft', 'ArrowRight', 'Escape'])
    chart.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  expect(onHover.mock.calls).toEqual([[1], [2], [null]])
})

test('an epoch that only another run has leaves the line and no value', async () => {
  const { said } = await drawn(rows([0.1, 1]), { hover: 4 })
  expect(said).toContain('epoch 4')
  expect(said.filter((word) => word?.startsWith('g '))).toEqual([])
})
