import { beforeEach, expect, test } from 'vitest'
import { en } from '../../text/en/index.ts'
import { forgetLessons, KEY, row, show } from './lesson-panel.testing.tsx'

beforeEach(forgetLessons)

test('to break it puts the variation into the controls and trains it; now you only sets it up', async () => {
  const { screen, store, controls } = await show('try')
  await screen.getByRole('region', { name: en.lesson.nowYou }).getByRole('button').first().click()
  expect(controls).toEqual([true])
  expect(store.getState().runs).toHaveLength(0)
  await screen.getByRole('region', { name: en.lesson.breakIt }).getByRole('button').first().click()
  expect(store.getState().draft.experiment.data.labelNoise).toBe(0)
  expect(store.getState().runs).toHaveLength(1)
})

test('names its remedies: each leads to its control, and once there are runs one press tries it on them', async () => {
  const { screen, store, controls, actions, end } = await show('try')
  const cures = screen.getByRole('region', { name: en.lesson.cures })
  const { name } = en.verdict.remedies['early-stopping']
  await cures.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  expect(controls).toEqual(['patience'])
  actions.predict('skipped')
  end(3)
  actions.goToStep('try')
  await cures.getByRole('button', { name: new RegExp(`^${en.verdict.tryLabel(name)}`) }).click()
  const [lessonRun, fork] = store.getState().runs
  expect(fork?.experiment.earlyStopping?.patience).toBeGreaterThan(0)
  expect(store.getState()).toMatchObject({ fork: lessonRun!.id, lesson: { step: 'try' } })
})

test('tries the remedy on the run that the person came from, and gives their page back', async () => {
  const overfitted = Array.from({ length: 40 }, (_, i) =>
    row(i + 1, 0.6 / (i + 1), i < 10 ? 0.6 - i / 50 : 0.4 + i / 20),
  )
  const { store, screen } = await show('try', KEY, overfitted)
  const [own] = store.getState().runs
  const cures = screen.getByRole('region', { name: en.lesson.ownCures })
  await cures.getByRole('button', { name: /^Try L2/ }).click()
  expect(store.getState()).toMatchObject({ lesson: null, fork: own!.id })
  expect(store.getState().runs.at(-1)?.experiment).toEqual({
    ...own!.experiment,
    regularization: { ...own!.experiment.regularization, l2: 0.003 },
  })
})

test('a remedy that is for one of several runs is tried on that one', async () => {
  const { screen, store, actions, end } = await show('try', 'rmsprop')
  actions.predict('skipped')
  end(1)
  actions.goToStep('try')
  const cures = screen.getByRole('region', { name: en.lesson.cures })
  await cures.getByRole('button', { name: /^Try / }).click()
  const [, rmsprop, fork] = store.getState().runs
  expect(rmsprop?.experiment.optimizer.kind).toBe('rmsprop')
  expect(fork?.experiment.optimizer).toEqual({ ...rmsprop!.experiment.optimizer, schedule: 'cosine' })
})
