import { beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { lesson as diagnosis } from '../../lessons/diagnosis.ts'
import { lesson as overfitting } from '../../lessons/overfitting-over-time.ts'
import { lessonProgress, lessonsDone } from '../../page/preferences.ts'
import { en } from '../../text/en/index.ts'
import { loadMessages } from '../../text/messages.ts'
import { zhCn } from '../../text/zh-cn/index.ts'
import { forgetLessons, KEY, show } from './lesson-panel.testing.tsx'

const { claim } = en.lessons.list[KEY]

beforeEach(forgetLessons)

test('the claim is hidden until the question is answered, the runs have ended and the answers are revealed', async () => {
  const { screen, end, lesson, store } = await show()
  await expect.element(screen.getByText(overfitting.question.text.en)).toBeVisible()
  expect(screen.container.textContent).not.toContain(claim)
  expect(store.getState().runs).toEqual([])

  await screen.getByRole('button', { name: /^B / }).click()
  expect(lesson()).toMatchObject({ step: 'see', prediction: 1, revealed: false })
  expect(store.getState().runs).toHaveLength(1)
  await expect.element(screen.getByRole('button', { name: /^B / })).toBeDisabled()
  expect(screen.container.textContent).not.toContain(claim)

  end(3)
  await screen.getByRole('button', { name: en.lesson.reveal }).first().click()
  await expect.element(screen.getByText(claim)).toBeVisible()
  await expect.element(screen.getByText(en.lesson.holds).first()).toBeVisible()
  await expect.element(screen.getByText(overfitting.figureNames.bestEpoch!.en)).toBeVisible()
  const answers = screen.getByRole('list', { name: en.lesson.answers })
  // Both the right answer and the chosen one say why.
  await expect.element(answers.getByText(overfitting.question.answers[1]!.because.en)).toBeVisible()
  await expect.element(answers.getByText(overfitting.question.answers[2]!.because.en)).toBeVisible()
  await expect.element(answers.getByText(overfitting.question.answers[0]!.because.en)).not.toBeVisible()
})

test('shows the numbers of the claim by the names that the lesson gives them, shares in percent', async () => {
  await loadMessages('zh-CN')
  const { screen, end, actions } = await show('predict', 'diagnosis')
  actions.predict('skipped')
  end(1)
  const shown = () =>
    [...screen.container.querySelectorAll('dl > div')].map(({ children }) =>
      [...children].map(({ textContent }) => textContent),
    )
  const values = ['90.0%', '80.0%', '90.0%', '80.0%']
  const names = Object.values(diagnosis.figureNames)
  await expect.poll(shown).toEqual(names.map(({ en }, i) => [en, values[i]]))
  await actions.chooseLanguage('zh-CN')
  await expect.poll(shown).toEqual(names.map((name, i) => [name['zh-CN'], values[i]]))
})

test('says that the claim did not hold where it did not in these runs', async () => {
  const { screen, end, actions } = await show()
  actions.predict('skipped')
  end(1.2)
  await expect.element(screen.getByText(en.lesson.fails).first()).toBeVisible()
})

test('runs that were stopped are not judged, and can be run again', async () => {
  const { screen, actions, lesson } = await show()
  actions.predict('skipped')
  actions.stop()
  await expect.element(screen.getByText(en.lesson.stopped)).toBeVisible()
  await screen.getByRole('button', { name: en.lesson.again }).click()
  expect(lesson()).toMatchObject({ step: 'predict', prediction: null })
})

test('keys turn the steps, answer and reveal, as the remotes of presenters do; Escape leaves', async () => {
  const { end, lesson } = await show()
  // What has the focus uses no digits: the button that opened the course, for one.
  const button = document.body.appendChild(document.createElement('button'))
  button.focus()
  await userEvent.keyboard('9')
  expect(lesson()?.prediction).toBeNull()
  await userEvent.keyboard('3')
  expect(lesson()).toMatchObject({ prediction: 2, step: 'see' })
  button.remove()
  end(3)
  await expect.poll(() => lesson()?.revealed).toBe(false)
  await userEvent.keyboard('{PageDown}')
  expect(lesson()).toMatchObject({ revealed: true, step: 'see' })
  await userEvent.keyboard('{ArrowRight}')
  expect(lesson()?.step).toBe('explain')
  await userEvent.keyboard('{PageDown}')
  expect(lesson()?.step).toBe('try')
  await userEvent.keyboard('{PageDown}')
  expect(lesson()?.step).toBe('try')
  await userEvent.keyboard('{ArrowLeft}')
  expect(lesson()?.step).toBe('explain')
  await userEvent.keyboard('{Escape}')
  expect(lesson()).toBeNull()
})

test('the formula is MathML, and its letters lead to their controls by name and value', async () => {
  const { screen, controls } = await show('explain')
  await expect
    .element(screen.getByRole('button', { name: `${en.setting['label-noise'].name} 0.15` }))
    .toBeVisible()
  expect(screen.container.querySelector('math')?.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML')
  expect([...screen.container.querySelectorAll('strong')].map(({ textContent }) => textContent)).toEqual([
    'The gap between the two is what was learned by heart.',
  ])
  await screen.getByRole('button', { name: `${en.setting['label-noise'].name} 0.15` }).click()
  expect(controls).toEqual(['label-noise'])
})

test('the place is kept for a reload of the tab, and what is done for good', async () => {
  const { actions, store } = await show()
  actions.predict(2)
  actions.goToStep('try')
  await expect.poll(() => lessonsDone()).toEqual([KEY])
  expect(lessonProgress(KEY)).toEqual({
    prediction: 2,
    revealed: false,
    runs: store.getState().runs.map(({ id }) => id),
  })
  actions.closeLesson()
  actions.openLesson(KEY, 'see')
  await expect.poll(() => store.getState().lesson?.prediction).toBe(2)
})

test('speaks the language of the page', async () => {
  await loadMessages('zh-CN')
  const { screen, actions } = await show('explain')
  await actions.chooseLanguage('zh-CN')
  await expect.element(screen.getByRole('heading', { name: zhCn.lessons.list[KEY].title })).toBeVisible()
  await expect.element(screen.getByText(overfitting.misconception.fact['zh-CN'])).toBeVisible()
})
