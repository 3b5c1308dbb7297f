import '../app/tokens.css'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { PRESET_KEYS } from '../../domain/experiment/presets.ts'
import { experimentUrl } from '../../page/urls.ts'
import { kerasProgram } from '../../programs/keras.ts'
import { programsOf, textOf } from '../../programs/programs.ts'
import type { AppStore } from '../../store/store.ts'
import { quietRoom } from '../app-context.testing.ts'
import { SettingsColumn } from '../settings/settings-column.tsx'
import { AppContextProvider } from '../shared/app-context.tsx'
import { marksOfLine } from '../shared/marks.ts'
import CodePanel from './code-panel.tsx'

afterEach(() => {
  vi.restoreAllMocks()
  // The page remembers what is folded: the next test must find everything open.
  localStorage.clear()
})

function linkOf({ store }: AppStore) {
  const { experiment, preset } = store.getState().draft
  return experimentUrl(experiment, preset)
}

const SMALL = '#data=moons&noise=0.2&layers=8,6,4&dropout=0.2&optimizer=sgd&lr=0.05&patience=20'

async function show(hash = SMALL, width = 416) {
  await page.viewport(1000, 700)
  const context = quietRoom(hash)
  const screen = await render(
    <div style={{ display: 'grid', gridTemplateColumns: `320px ${width}px`, height: 700 }}>
      <AppContextProvider value={context}>
        <SettingsColumn />
        <div style={{ minHeight: 0 }}>
          <CodePanel linked onClose={() => {}} />
        </div>
      </AppContextProvider>
    </div>,
  )
  const pre = screen.container.querySelector('pre')!
  return {
    ...context,
    pre,
    program: () => kerasProgram(context.app.store.getState().draft.experiment, linkOf(context.app)),
    line: (text: string) => page.elementLocator(lineOf(pre, text)),
    control: (mark: string) => page.elementLocator(document.querySelector(`[data-settings~="${mark}"]`)!),
    pointed: () => [...pre.querySelectorAll('[data-pointed]')].map((line) => line.textContent!.trim()),
  }
}

function lineOf(pre: Element, text: string): Element {
  const line = [...pre.querySelectorAll('[data-line]')].find((one) => one.textContent!.includes(text))
  if (!line) throw new Error(`no line says ${text}`)
  return line
}

const tinted = () =>
  [...document.querySelectorAll<HTMLElement>('aside [data-settings], aside summary')]
    .filter((one) => one.checkVisibility() && getComputedStyle(one).boxShadow !== 'none')
    .map((one) => one.dataset.settings ?? one.textContent)

test('the step that a lesson speaks of is marked and in view, the last of the program too', async () => {
  const { pre, app } = await show('#data=digits')
  const marked = () => [...pre.querySelectorAll('[data-marked]')].map((line) => line.textContent!.trim())
  app.actions.openLesson('keras-flow')
  for (const [flow, first] of [
    ['compile', 'model.compile('],
    ['evaluate', 'scores = model.evaluate('],
  ] as const) {
    app.actions.lookAt(null, flow)
    await expect.poll(() => marked()[0]).toBe(first)
    const frame = pre.parentElement!.getBoundingClientRect()
    const top = () => pre.querySelector('[data-marked]')!.getBoundingClientRect().top
    await expect.poll(() => top() > frame.top && top() < frame.bottom).toBe(true)
  }
  app.actions.lookAt(null)
  await expect.poll(marked).toEqual([])
})

test('what is shown is the program of the controls, and follows an edit', async () => {
  const { pre, app, program } = await show()
  expect(pre.textContent).toBe(program())
  app.actions.edit('dropout', 0.35)
  await expect.poll(() => pre.textContent).toContain('Dropout(0.35)')
  expect(pre.textContent).toBe(program())
})

test('pointing at a line tints it and its control, of layers the one', async () => {
  const { line, pointed } = await show()
  await line('learning_rate=0.05').hover()
  await expect.poll(tinted).toEqual(['optimizer', 'lr'])
  await line('  6,').hover()
  await expect.poll(tinted).toContain('layers layers.1')
  expect(tinted().filter((mark) => mark?.startsWith('layers'))).toHaveLength(1)
  expect(pointed()).toHaveLength(1)
  await line('model.compile(').hover()
  await expect.poll(tinted).toEqual(['optimizer', 'loss'])
  await line('import keras').hover()
  await expect.poll(tinted).toEqual([])
  expect(pointed()).toEqual([])
})

test('the head of a fold is tinted for a control that it hides', async () => {
  const { line } = await show()
  const head = page.getByRole('heading', { name: 'Optimizer' })
  const fold = head.element().closest('details')!
  // A click on a heading scrolls its group into view, and folds it where it is in view already.
  await expect
    .poll(async () => {
      if (fold.open) await head.click()
      return fold.open
    })
    .toBe(false)
  await line('learning_rate=0.05').hover()
  await expect.poll(tinted).toContainEqual(expect.stringMatching(/^Optimizer/))
  await line('set_random_seed').hover()
  await expect.poll(tinted).toEqual(['More settings'])
})

test('pointing at a control tints its lines and brings the first of them into sight', async () => {
  const { control, pointed, pre, line } = await show()
  await control('patience').hover()
  await expect.poll(pointed).toContain('patience=20,')
  const region = pre.parentElement!
  await expect.poll(() => region.scrollTop).toBeGreaterThan(0)
  await expect.element(line('patience=20')).toBeInViewport()
  await control('layers.2').hover()
  await expect.poll(pointed).toEqual(['keras.layers.Dense(', '4,', 'activation="tanh",'])
})

test.for([
  ['its end is brought into sight', 200],
  ['no more than its indent is moved out of sight', 150],
] as const)('of a line longer than the column %s', async ([, width]) => {
  const { control, pre, line } = await show(SMALL, width)
  const view = pre.parentElement!
  const dropout = line('keras.layers.Dropout(0.2),').element()
  const range = document.createRange()
  range.selectNodeContents(dropout)
  const text = () => range.getBoundingClientRect()
  const edge = view.getBoundingClientRect().right
  const column = text().width / '        keras.layers.Dropout(0.2),'.length
  expect(text().right).toBeGreaterThan(edge)
  await control('dropout').hover()
  await expect.poll(() => view.scrollLeft).toBe(Math.round(8 * column))
  if (width === 200) expect(text().right).toBeLessThan(edge)
  await page.getByText('Next run').hover()
  await expect.poll(() => view.scrollLeft).toBe(0)
})

test('the other program has a tab of its own, and points the same way', async () => {
  const { control, app } = await show()
  await page.getByRole('tab', { name: 'TensorFlow.js' }).click()
  const pre = document.querySelector('pre')!
  const { experiment } = app.store.getState().draft
  const tfjs = programsOf(experiment, linkOf(app)).find(({ key }) => key === 'tfjs')!
  expect(pre.textContent).toBe(textOf(tfjs.lines))
  await expect.element(page.getByRole('button', { name: 'Save as .mjs file' })).toBeVisible()
  await control('layers.1').hover()
  const pointed = () => [...pre.querySelectorAll('[data-pointed]')].map((line) => line.textContent!.trim())
  await expect.poll(pointed).toEqual(['tf.layers.dense({', 'units: 6,', "activation: 'tanh',"])
  await page.elementLocator(lineOf(pre, 'tf.layers.dropout')).hover()
  await expect.poll(tinted).toEqual(['dropout'])
})

test('focus points as the pointer does, and the arrow keys move through the lines', async () => {
  const { pointed, line, pre } = await show()
  const field = page.getByRole('textbox', { name: 'Learning rate' })
  await userEvent.hover(page.getByRole('heading', { name: 'Keras code' }))
  field.element().focus()
  await expect.poll(pointed).toEqual([expect.stringContaining('learning_rate=0.05')])
  const stops = pre.querySelectorAll('[tabindex="0"]')
  expect(stops).toHaveLength(1)
  ;(stops[0] as HTMLElement).focus()
  await userEvent.keyboard('{End}{ArrowUp}{Home}{PageDown}')
  const at = () => Number(document.activeElement?.getAttribute('data-line'))
  expect(at()).toBe(10)
  const wanted = Number(line('learning_rate').element().getAttribute('data-line'))
  await userEvent.keyboard('{ArrowDown}'.repeat(wanted - 10))
  expect(at()).toBe(wanted)
  await expect.poll(tinted).toEqual(['optimizer', 'lr'])
})

test('Copy gives the program and says so', async () => {
  const { program } = await show()
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(write).toHaveBeenCalledExactlyOnceWith(program())
})

test('without a clipboard it says so, and leaves the code selected', async () => {
  const { program } = await show()
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('does not lend its clipboard')
  const clipboardData = new DataTransfer()
  getSelection()!.anchorNode!.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, clipboardData }))
  expect(clipboardData.getData('text/plain')).toBe(program())
})

test.for(PRESET_KEYS)('every setting in a line of code has its control: %s', async (preset) => {
  const { app } = await show(`#preset=${preset}&patience=5`)
  const { draft } = app.store.getState()
  const marks = new Set(
    programsOf(draft.experiment, 'https://x/').flatMap(({ lines }) => lines.flatMap(marksOfLine)),
  )
  expect(marks.size).toBeGreaterThan(10)
  const lost = () =>
    [...marks].filter((mark) => document.querySelector(`[data-settings~="${mark}"]`) === null)
  // Some controls are fetched when they are first shown.
  await expect.poll(lost).toEqual([])
})
