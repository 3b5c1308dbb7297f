import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { PlaceTicks, ValueTicks, withinEnds } from './ticks.tsx'

test('numbers of the value axis stay within the picture, beside a line each', async () => {
  const { container } = await render(
    <svg>
      <title>ticks</title>
      <ValueTicks
        ticks={[0, 0.5, 1]}
        left={40}
        right={300}
        bottom={100}
        y={(value) => 100 * (1 - value)}
        label={String}
      />
    </svg>,
  )
  const texts = [...container.querySelectorAll('text')]
  expect(texts.map(({ textContent, y }) => [textContent, y.baseVal[0]?.value])).toEqual([
    ['0', 100],
    ['0.5', 54],
    ['1', 9],
  ])
  expect([...container.querySelectorAll('line')].map(({ y1 }) => y1.baseVal.value)).toEqual([100, 50, 0])
})

test('without a label there are only lines, and the one at 0 may have a look of its own', async () => {
  const { container } = await render(
    <svg>
      <title>ticks</title>
      <ValueTicks ticks={[-1, 0, 1]} left={40} right={300} y={(value) => 50 - 40 * value} zero="level" />
    </svg>,
  )
  expect(container.querySelector('text')).toBeNull()
  expect([...container.querySelectorAll('line')].map((line) => line.matches('.level'))).toEqual([
    false,
    true,
    false,
  ])
})

test('numbers at the ends of the x axis do not stick out', async () => {
  const { container } = await render(
    <svg>
      <title>ticks</title>
      <PlaceTicks
        ticks={[0, 5, 10]}
        x={(place) => 10 * place}
        y={90}
        label={String}
        anchor={withinEnds([0, 10])}
      />
    </svg>,
  )
  const anchors = [...container.querySelectorAll('text')].map((text) => text.getAttribute('text-anchor'))
  expect(anchors).toEqual(['start', 'middle', 'end'])
})
