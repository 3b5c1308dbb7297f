import { beforeEach, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { en } from '../../text/en/index.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import CourseView from './course-view.tsx'
import { forgetLessons, KEY } from './lesson-panel.testing.tsx'

const { title } = en.lessons.list[KEY]

beforeEach(forgetLessons)

test('the map marks what is done and opens a lesson', async () => {
  localStorage.setItem('fitting-room/lessons-done', KEY)
  const context = quietRoom('#data=circle')
  const screen = await render(
    <AppContextProvider value={context}>
      <CourseView onClose={() => {}} />
    </AppContextProvider>,
  )
  const question = screen.getByRole('region', { name: en.courseMap.validation })
  await expect.element(question.getByRole('img', { name: en.courseMap.done })).toBeVisible()
  await question.getByRole('button', { name: title }).click()
  expect(context.app.store.getState().lesson?.key).toBe(KEY)
})
