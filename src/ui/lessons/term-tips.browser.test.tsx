import '../app/tokens.css'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { en } from '../../text/en/index.ts'
import { terms } from '../../text/en/terms.ts'
import { quietRoom } from '../app-context.testing.ts'
import { SettingsColumn } from '../settings/settings-column.tsx'
import { AppContextProvider } from '../shared/app-context.tsx'
import { about } from '../shared/marks.ts'
import { TermTips } from './term-tips.tsx'

beforeEach(() => page.viewport(1280, 900))

async function show(hash = '#data=moons') {
  const context = quietRoom(hash)
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: 320, height: 700, display: 'grid' }}>
        <SettingsColumn />
      </div>
      <h2 {...about('verdict.overfitting')}>{en.verdict.words.overfitting}</h2>
      <TermTips />
    </AppContextProvider>,
  )
  return { screen, context, answer: screen.getByRole('note', { name: en.terms.about }) }
}

test('the name of a control is explained where the pointer rests, with its formula, and no longer once it leaves', async () => {
  const { screen, answer } = await show()
  await userEvent.hover(screen.getByText('L2', { exact: true }))
  await expect.element(answer).toHaveTextContent(en.setting.l2.text)
  expect(answer.element().querySelector('math')).not.toBeNull()
  // The way from the name to its explanation does not close it.
  await userEvent.hover(answer)
  await expect.element(answer).toBeVisible()
  await userEvent.hover(screen.getByRole('heading', { name: en.panelTitles.data }))
  await expect.element(answer).not.toBeInTheDocument()
})

test('the ? key explains the control in focus, Escape goes back to it, and a field gets no question mark', async () => {
  const { screen, context, answer } = await show()
  const field = screen.getByRole('textbox', { name: en.setting.lr.name })
  await userEvent.click(field)
  await userEvent.keyboard('?')
  await expect.element(answer).toHaveTextContent(en.setting.lr.text)
  await expect.element(answer).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(answer).not.toBeInTheDocument()
  await expect.element(field).toHaveFocus()
  expect(context.app.store.getState().refused).toEqual({})
})

test('the ? key explains the verdict where no control is in focus, and leads to its lesson', async () => {
  const { screen, context, answer } = await show()
  await userEvent.keyboard('?')
  await expect.element(answer).toHaveTextContent(terms.verdict.overfitting)
  await screen.getByRole('button', { name: /^Lesson: / }).click()
  expect(context.app.store.getState().lesson?.key).toBe('overfitting-over-time')
})

test('a tap on a name explains it, and one on a control uses it', async () => {
  const { screen, context, answer } = await show()
  const tap = (target: Element) => {
    target.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true }))
    target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  }
  tap(screen.getByText(en.setting['label-noise'].name, { exact: true }).element())
  await expect.element(answer).toHaveTextContent(en.setting['label-noise'].text)
  tap(screen.getByRole('radio', { name: 'SGD' }).element())
  expect(context.app.store.getState().draft.experiment.optimizer.kind).toBe('sgd')
  await expect.element(answer).not.toBeInTheDocument()
})

test('every control of the settings has a name that is explained', async () => {
  const { screen } = await show('#data=moons&optimizer=adamw&schedule=step&patience=20&l1=0.1&clip-norm=1')
  const controls = [...screen.container.querySelectorAll('input, select')].filter(
    (control) => control.closest('[data-settings], [data-term]') === null,
  )
  expect(controls.map((control) => control.id || control.getAttribute('aria-label'))).toEqual([])
})
