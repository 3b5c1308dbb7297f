import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { LessonScene } from './lesson-scene.tsx'

test('a lesson that is opened in a presentation has its scene in the controls, and asks before it trains', async () => {
  const context = quietRoom('#lesson=sigmoid-to-relu&view=present')
  await render(
    <AppContextProvider value={context}>
      <LessonScene />
    </AppContextProvider>,
  )
  const { store } = context.app
  await expect.poll(() => store.getState().lesson?.scene).not.toBeNull()
  const { draft, lesson, runs } = store.getState()
  expect(draft).toBe(lesson!.scene)
  expect(runs).toEqual([])
})
