import '../app/tokens.css'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { ClientEvent } from '../../client/client-event.ts'
import { quietClient } from '../../client/quiet-client.testing.ts'
import type { LessonKey, LessonStep } from '../../domain/link/lesson-keys.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import { lesson as diagnosis } from '../../lessons/diagnosis.ts'
import { lesson as overfitting } from '../../lessons/overfitting-over-time.ts'
import { lessonProgress, lessonsDone } from '../../page/preferences.ts'
import { en } from '../../text/en/index.ts'
import { loadMessages } from '../../text/messages.ts'
import { zhCn } from '../../text/zh-cn/index.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import CourseView from './course-view.tsx'
import LessonColumn from './lesson-column.tsx'

const KEY = 'overfitting-over-time'
const { claim, title } = en.lessons.list[KEY]

beforeEach(async () => {
  await page.viewport(1280, 900)
  localStorage.clear()
  sessionStorage.clear()
})

const row = (epoch: number, train: number, validation: number): EpochRow => ({
  epoch,
  train: { loss: train, accuracy: 0.9 },
  validation: { loss: validation, accuracy: 0.8 },
  penalty: 0,
  learningRate: 0.01,
  gradients: [],
  seconds: 0.01,
})

/** `own` are the epochs of a run that the person trained before they opened the lesson. */
async function show(step: LessonStep = 'predict', key: LessonKey = KEY, own: readonly EpochRow[] = []) {
  let tell: (event: ClientEvent) => void = () => {}
  const client = {
    ...quietClient,
    listen(listener: (event: ClientEvent) => void) {
      tell = listener
      return () => {}
    },
  }
  const context = quietRoom('#data=circle', { client })
  const { store, actions } = context.app
  const controls: unknown[] = []
  const finish = (run: string, rows: readonly EpochRow[]) => {
    const epoch = rows.length
    tell({ type: 'running', run })
    tell({ type: 'epochs', run, rows, patience: { best: 1, wait: 1 } })
    tell({
      type: 'finished',
      run,
      outcome: { kind: 'completed', epoch, best: 1, restored: null },
      last: [],
      best: null,
    })
  }
  if (own.length > 0) {
    actions.runOrPause()
    finish(store.getState().runs[0]!.id, own)
  }
  actions.openLesson(key, step)
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: 320, height: 800, display: 'grid' }}>
        <LessonColumn controls={false} onControls={(shown) => controls.push(shown)} settings={null} />
      </div>
    </AppContextProvider>,
  )
  await expect.poll(() => store.getState().lesson?.scene).not.toBeNull()
  /** The lesson's runs end, their validation loss this many times above its lowest. */
  const end = (rise: number) => {
    for (const run of store.getState().lesson!.runs) finish(run, [row(1, 0.6, 0.5), row(2, 0.1, 0.5 * rise)])
  }
  return { screen, end, controls, store, actions, lesson: () => store.getState().lesson }
}

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

test('the formula is MathML, and its letters lead to their controls by name and value', async () => {
  const { screen, controls } = await show('explain')
  await expect
    .element(screen.getByRole('button', { name: `${en.settingNames['label-noise']} 0.15` }))
    .toBeVisible()
  expect(screen.container.querySelector('math')?.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML')
  expect([...screen.container.querySelectorAll('strong')].map(({ textContent }) => textContent)).toEqual([
    'The gap between the two is what was learned by heart.',
  ])
  await screen.getByRole('button', { name: `${en.settingNames['label-noise']} 0.15` }).click()
  expect(controls).toEqual(['label-noise'])
})

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

test('the map marks what is done and opens a lesson', async () => {
  localStorage.setItem('fitting-room/lessons-done', KEY)
  const context = quietRoom('#data=circle')
  const screen = await render(
    <AppContextProvider value={context}>
      <CourseView onClose={() => {}} />
    </AppContextProvider>,
  )
  const question = screen.getByRole('region', { name: en.course.validation })
  await expect.element(question.getByRole('img', { name: en.course.done })).toBeVisible()
  await question.getByRole('button', { name: title }).click()
  expect(context.app.store.getState().lesson?.key).toBe(KEY)
})

test('speaks the language of the page', async () => {
  await loadMessages('zh-CN')
  const { screen, actions } = await show('explain')
  await actions.chooseLanguage('zh-CN')
  await expect.element(screen.getByRole('heading', { name: zhCn.lessons.list[KEY].title })).toBeVisible()
  await expect.element(screen.getByText(overfitting.misconception.fact['zh-CN'])).toBeVisible()
})
