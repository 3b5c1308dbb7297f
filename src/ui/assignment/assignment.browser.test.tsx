import '../app/tokens.css'
import { beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { ClientEvent } from '../../client/client-event.ts'
import { tellingClient } from '../../client/quiet-client.testing.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { decodeLink } from '../../domain/link/link.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import { NO_TABLES } from '../../domain/table/library.ts'
import { runsFromText } from '../../files/runs-link.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { AssignmentPart } from './assignment-part.tsx'

let copied: string[]

beforeEach(async () => {
  await page.viewport(1280, 800)
  copied = []
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text))
})

const SCENE =
  '#data=moons&train=40&validation=40&test=40&layers=8&epochs=2&patience=off&hide=all-but:layers,epochs,lr'
const GOAL = `${SCENE}&assignment=min-accuracy:0.93,max-parameters:60,title:Two moons`

const row = (epoch: number, accuracy: number): EpochRow => ({
  epoch,
  train: { loss: 0.2, accuracy },
  validation: { loss: 0.3, accuracy },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 0.1,
})

/** What the page hears of a run that ended with this accuracy, on the engine whose runs come again to the bit. */
function story(run: string, accuracy: number): ClientEvent[] {
  const rows = [row(1, 0.5), row(2, accuracy)]
  return [
    { type: 'placed', run, engine: { name: 'wasm', device: 'SIMD' }, after: 0, quicker: null },
    { type: 'epochs', run, rows, patience: { best: 1, wait: 1 } },
    {
      type: 'finished',
      run,
      outcome: { kind: 'completed', epoch: 2, best: 1, restored: null },
      last: [],
      best: null,
    },
  ]
}

/** A page whose networks reach an accuracy that only their experiment decides: the learning rate ×10. */
async function show(hash: string, trains: (experiment: Experiment) => boolean = () => true) {
  const { client, tell } = tellingClient({
    start(run, experiment) {
      if (!trains(experiment)) return
      queueMicrotask(() => story(run, experiment.optimizer.learningRate * 10).forEach(tell))
    },
  })
  const context = quietRoom(hash, { client })
  const screen = await render(
    <AppContextProvider value={context}>
      <AssignmentPart />
    </AppContextProvider>,
  )
  const { actions } = context.app
  const train = async (learningRate: number) => {
    actions.edit('lr', learningRate)
    const before = context.app.store.getState().runs.length
    actions.runOrPause()
    const runs = () => context.app.store.getState().runs
    await expect
      .poll(() =>
        runs()
          .slice(before)
          .every(({ status }) => status.kind === 'ended'),
      )
      .toBe(true)
    await expect.poll(() => runs().length).toBe(before + 1)
  }
  const card = screen.getByRole('region', { name: 'Assignment' })
  const conditions = () =>
    card
      .getByRole('listitem')
      .elements()
      .map(({ textContent }) => textContent)
  return { ...context, screen, card, conditions, train, actions, tell }
}

test('without an assignment there is no card; with one it says what is asked before anything was trained', async () => {
  const none = await show(SCENE)
  expect(none.card.elements()).toHaveLength(0)
  await none.screen.unmount()
  const { card, conditions } = await show(GOAL)
  await expect.element(card.getByRole('heading', { name: 'Two moons' })).toBeVisible()
  expect(conditions()).toEqual(['not known yetvalidation accuracy ≥ 93%–', 'metparameters ≤ 6033'])
  await expect.element(card.getByRole('button', { name: 'Hand in…' })).toBeDisabled()
})

test('it judges the run in focus, says which runs meet all of it, and announces one that does', async () => {
  const { card, conditions, train, actions, app } = await show(GOAL)
  await train(0.092)
  await expect.poll(conditions).toEqual(['not metvalidation accuracy ≥ 93%92.0%', 'metparameters ≤ 6033'])
  await expect.element(card.getByText('No run meets all of it yet.')).toBeVisible()
  expect(card.getByRole('status').element().textContent).toBe('')
  await train(0.095)
  await expect.poll(conditions).toEqual(['metvalidation accuracy ≥ 93%95.0%', 'metparameters ≤ 6033'])
  await expect
    .element(card.getByRole('status'))
    .toHaveTextContent('The assignment is met by + learning rate 0.095.')
  const [first, second] = app.store.getState().runs
  actions.focusOn(first!.id)
  await expect.poll(conditions).toContain('not metvalidation accuracy ≥ 93%92.0%')
  await card.getByRole('button', { name: '+ learning rate 0.095' }).click()
  expect(app.store.getState().focus).toBe(second!.id)
})

test('a run that changes what is fixed is named, does not meet it, and one press leads back', async () => {
  const { card, train, actions, app } = await show(GOAL)
  await expect.element(card).toBeVisible()
  actions.edit('train', 80)
  await expect
    .element(card.getByText('The controls change what the assignment fixes: Train samples.'))
    .toBeVisible()
  await train(0.095)
  await expect
    .element(card.getByText('This run changes what the assignment fixes: Train samples.'))
    .toBeVisible()
  await expect.element(card.getByText('No run meets all of it yet.')).toBeVisible()
  await card.getByRole('button', { name: 'Back to the assignment' }).click()
  expect(app.store.getState().draft.experiment.data.train).toBe(40)
  expect(card.getByText(/what the assignment fixes/).elements()).toHaveLength(0)
})

test('a table that is not here is named, with what to do', async () => {
  const { card } = await show('#data=rows&rows=0123456789abcdef&assignment=max-loss:0.3')
  await expect
    .element(card.getByRole('alert'))
    .toHaveTextContent(
      'Part of the assignment could not be read here: Table. Open the table’s file first, then this link again.',
    )
})

test('what is handed in is a link with the assignment, the run and the name', async () => {
  const { card, screen, train } = await show(GOAL)
  await train(0.092)
  await card.getByRole('button', { name: 'Hand in…' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Hand in a run' })
  await expect
    .element(dialog.getByText('The run does not meet the assignment. It can be handed in all the same.'))
    .toBeVisible()
  await dialog.getByRole('textbox', { name: /^Your name/ }).fill('Ada Lovelace')
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  await expect.poll(() => copied.length).toBe(1)
  const link = decodeLink(copied[0]!.replace(/^.*?#/, ''), NO_TABLES)
  expect(link.problems).toEqual([])
  // The student’s own learning rate is the run’s; the link begins where the assignment does.
  expect(link.experiment.optimizer.learningRate).toBe(0.003)
  expect(link.assignment).toEqual(decodeLink(GOAL, NO_TABLES).assignment)
  expect(link.hide).toEqual(decodeLink(GOAL, NO_TABLES).hide)
  const read = await runsFromText(link.runs!, NO_TABLES)
  expect(
    read.ok && read.records.map(({ name, experiment }) => [name, experiment.optimizer.learningRate]),
  ).toEqual([['Ada Lovelace', 0.092]])
})

async function handIn({ card, screen }: Awaited<ReturnType<typeof show>>, name: string) {
  await card.getByRole('button', { name: 'Hand in…' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Hand in a run' })
  await dialog.getByRole('textbox', { name: /^Your name/ }).fill(name)
  const before = copied.length
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  await expect.poll(() => copied.length).toBe(before + 1)
  await dialog.getByRole('button', { name: 'Close' }).click()
  return copied.at(-1)!
}

test('hand-ins are trained again and judged in a table, which stays while the dialog is closed', async () => {
  const student = await show(GOAL)
  await student.train(0.095)
  const good = await handIn(student, 'Ada')
  await student.train(0.092)
  const weak = await handIn(student, 'Grace')
  student.actions.edit('train', 80)
  await student.train(0.095)
  const cheat = await handIn(student, 'Mallory')
  await student.screen.unmount()

  const { card, screen } = await show(GOAL)
  await card.getByRole('button', { name: 'Check hand-ins…' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Check hand-ins' })
  const field = dialog.getByRole('textbox', { name: 'Links that were handed in' })
  await field.fill([good, 'I was ill', weak, cheat, good].join('\n'))
  await dialog.getByRole('button', { name: 'Check these' }).click()
  const lines = () =>
    dialog
      .getByRole('row')
      .elements()
      .slice(1)
      .map((line) => [...line.children].map(({ textContent }) => textContent))
  await expect.poll(lines).toEqual([
    ['Ada+ learning rate 0.095', 'accepted', 'reproduced exactly', 'met 95.0%', 'met 33'],
    ['Grace+ learning rate 0.092', 'goal not met', 'reproduced exactly', 'not met 92.0%', 'met 33'],
    [
      'Mallory+ train samples 80 + learning rate 0.095',
      'changed what is fixedchanged: Train samples',
      'reproduced exactly',
      'met 95.0%',
      'met 33',
    ],
  ])
  await expect.element(dialog.getByText('Line 2')).toBeVisible()
  await expect.element(dialog.getByText('One was here already.')).toBeVisible()
  await expect.element(dialog.getByText('3 of 3 trained again')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await card.getByRole('button', { name: 'Check hand-ins (3 of 3)' }).click()
  expect(lines()).toHaveLength(3)
  const before = lines()
  await dialog.getByRole('button', { name: 'Remove all' }).click()
  await expect.poll(lines).toEqual([])
  await expect.element(dialog.getByText('3 hand-ins removed')).toBeVisible()
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(lines).toEqual(before)
})

test('the check stops and goes on, and says of each run how far it is', async () => {
  const student = await show(GOAL)
  await student.train(0.095)
  const good = await handIn(student, 'Ada')
  await student.screen.unmount()
  let isTraining = false
  const { card, screen } = await show(GOAL, () => isTraining)
  await card.getByRole('button', { name: 'Check hand-ins…' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Check hand-ins' })
  await dialog.getByRole('textbox', { name: 'Links that were handed in' }).fill(good)
  await dialog.getByRole('button', { name: 'Check these' }).click()
  await expect.element(dialog.getByRole('cell', { name: 'waiting' })).toBeVisible()
  await expect.element(dialog.getByRole('cell', { name: 'not known yet', exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect.element(dialog.getByRole('cell', { name: 'stopped' })).toBeVisible()
  isTraining = true
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect.element(dialog.getByRole('cell', { name: 'accepted' })).toBeVisible()
})

test('files that are dropped on the check go to its table and not to the page’s runs', async () => {
  const student = await show(GOAL)
  await student.train(0.095)
  const { recordOf, runsFile } = await import('../../files/record.ts')
  const [run] = student.app.store.getState().runs
  const json = runsFile([{ ...recordOf(run!, student.app.history(run!.id)), name: 'Ada' }])
  await student.screen.unmount()
  const { card, screen, app } = await show(GOAL)
  await card.getByRole('button', { name: 'Check hand-ins…' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Check hand-ins' })
  await expect.element(dialog).toBeVisible()
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([json], 'ada.json'))
  dataTransfer.items.add(new File(['no run'], 'essay.txt'))
  dialog
    .getByText('Links that were handed in')
    .element()
    .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  await expect.element(dialog.getByRole('rowheader', { name: 'Ada' })).toBeVisible()
  await expect.element(dialog.getByText('essay.txt')).toBeVisible()
  expect(app.store.getState().runs).toEqual([])
})

test('each assignment has hand-ins of its own, whatever its title', async () => {
  const student = await show(GOAL)
  await student.train(0.095)
  const good = await handIn(student, 'Ada')
  const { card, screen, actions } = student
  await card.getByRole('button', { name: 'Check hand-ins…' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Check hand-ins' })
  await dialog.getByRole('textbox', { name: 'Links that were handed in' }).fill(good)
  await dialog.getByRole('button', { name: 'Check these' }).click()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect.element(card.getByRole('button', { name: 'Check hand-ins (1 of 1)' })).toBeVisible()
  actions.openLink(GOAL.replace('0.93', '0.9'))
  await expect.element(card.getByRole('button', { name: 'Check hand-ins…' })).toBeVisible()
  actions.openLink(GOAL.replace('Two moons', 'Moons'))
  await expect.element(card.getByRole('button', { name: 'Check hand-ins (1 of 1)' })).toBeVisible()
})
