import { beforeEach, expect, test } from 'vitest'
import { en } from '../../text/en/index.ts'
import { forgetLessons, show } from './lesson-panel.testing.tsx'

beforeEach(forgetLessons)

test('a look marks its stretch on the curves and opens its view', async () => {
  const { screen, end, lesson, actions, store } = await show()
  actions.predict('skipped')
  end(3)
  const looks = screen.getByRole('region', { name: en.lesson.lookAt })
  await looks.getByRole('button').nth(1).click()
  expect(lesson()?.stretch).toEqual([20, 300])
  await looks.getByRole('button').nth(2).click()
  expect(lesson()?.stretch).toBeNull()
  expect(store.getState().view.modelView).toBe('fit')
  actions.goToStep('explain')
  await expect.poll(() => lesson()?.stretch).toBeNull()
})

test('a lesson that reads the run table at the last epoch sets it so, and leaving gives it back', async () => {
  const { screen, actions, end, store } = await show('predict', 'more-data')
  const values = () => store.getState().view.valuesOf
  await expect.poll(values).toBe('last')
  actions.predict('skipped')
  end(1)
  actions.look({ valuesOf: 'best' })
  await screen.getByRole('region', { name: en.lesson.lookAt }).getByRole('button').first().click()
  expect(values()).toBe('last')
  actions.closeLesson()
  expect(values()).toBe('best')
})

test('a look at the program marks the step that it speaks of', async () => {
  const { screen, actions, end, lesson } = await show('predict', 'keras-flow')
  actions.predict('skipped')
  end(1)
  const looks = screen.getByRole('region', { name: en.lesson.lookAt }).getByRole('button')
  await looks.nth(1).click()
  expect(lesson()?.flow).toBe('compile')
  await looks.nth(1).click()
  expect(lesson()?.flow).toBeNull()
})

test('a look shows the runs that it means, each where they say more than all; others bring all back', async () => {
  const { screen, actions, end, store, lesson } = await show('predict', 'u-curve')
  actions.predict('skipped')
  end(1)
  const ids = lesson()!.runs
  const drawn = () => store.getState().runs.flatMap(({ id, visible }) => (visible ? [id] : []))
  const looks = screen.getByRole('region', { name: en.lesson.lookAt }).getByRole('button')
  await looks.nth(2).click()
  expect(drawn()).toEqual([ids[0], ids[3], ids[7]])
  expect(store.getState().view).toMatchObject({ sideBySide: true, pane: 'fit' })
  await looks.nth(1).click()
  expect(drawn()).toEqual(ids)
})

test('a look sets the axis that it speaks of', async () => {
  const { screen, actions, end, store } = await show('predict', 'batch-size')
  actions.predict('skipped')
  end(1)
  const looks = screen.getByRole('region', { name: en.lesson.lookAt }).getByRole('button')
  await looks.nth(1).click()
  expect(store.getState().view.xUnit).toBe('updates')
  await looks.nth(0).click()
  expect(store.getState().view.xUnit).toBe('epochs')
})

test('a look at a dropout step shows it of the run it means; another has all units again, and leaving gives the view back', async () => {
  const { screen, actions, end, store, lesson } = await show('predict', 'dropout')
  actions.look({ modelView: 'weights' })
  actions.predict('skipped')
  end(1)
  const looks = screen.getByRole('region', { name: en.lesson.lookAt }).getByRole('button')
  await looks.nth(1).click()
  const { view, runs, focus } = store.getState()
  expect(view).toMatchObject({ sideBySide: false, modelView: 'network', dropoutStep: true })
  expect(runs.filter(({ visible }) => visible).map(({ id }) => id)).toEqual([lesson()!.runs[1]])
  expect(focus).toBe(lesson()!.runs[1])
  await looks.nth(2).click()
  expect(store.getState().view.dropoutStep).toBe(false)
  actions.closeLesson()
  expect(store.getState().view).toMatchObject({ modelView: 'fit', dropoutStep: false })
})
