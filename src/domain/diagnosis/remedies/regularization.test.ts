import { expect, it } from 'vitest'
import { MOONS, offered } from './offered.testing.ts'

it('under a crushing penalty: one of the usual strength', () => {
  for (const verdict of ['underfitting', 'dead-relu'] as const)
    expect(offered(verdict, { ...MOONS, regularization: { l2: 10 } })).toMatchObject([
      { key: 'less-regularization', experiment: { regularization: { l2: 0.003 } } },
    ])
  const decay = (weightDecay: number) =>
    offered('underfitting', { ...MOONS, optimizer: { kind: 'adamw', weightDecay } })
  expect(decay(1)[0]).toMatchObject({
    key: 'less-regularization',
    experiment: { optimizer: { weightDecay: 0.004 } },
  })
  expect(decay(0.004)[0]!.key).toBe('wider-layers')
})
