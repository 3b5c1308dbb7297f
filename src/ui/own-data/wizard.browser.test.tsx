import '../tokens.css'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { RoomProvider } from '../lab-context.tsx'
import { quietRoom } from '../room.testing.ts'
import { TableRoom } from './table-room.tsx'

const rows = Array.from({ length: 12 }, (_, i) => `${i},${i % 5},k,${['cat', 'dog'][i % 2]},${i * 1.5}`)
const good = `height,width,same,kind,weight\n${rows.join('\n')}\n`

async function show() {
  const room = quietRoom('#data=rows')
  await render(
    <RoomProvider value={room}>
      <TableRoom />
    </RoomProvider>,
  )
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!
  const give = (contents: string | Uint8Array<ArrayBuffer>) =>
    userEvent.upload(input, new File([contents], 'table.csv'))
  const draft = () => room.lab.store.getState().draft.experiment
  return { give, draft, data: () => draft().data }
}

test('a file becomes the data: the target chosen, a column left out, the constant one never in', async () => {
  const { give, data } = await show()
  await give(good)
  await page.getByRole('combobox', { name: 'Predict' }).selectOptions('kind')
  await expect.element(page.getByRole('checkbox', { name: 'same' })).toBeDisabled()
  await page.getByRole('checkbox', { name: 'width' }).click()
  await page.getByRole('button', { name: 'Use this table' }).click()
  await expect.element(page.getByText('12 rows, 2 inputs, predicts “kind”. Classes: cat, dog')).toBeVisible()
  expect(data()).toMatchObject({
    set: 'rows',
    rows: { columns: ['height', 'weight'], classes: ['cat', 'dog'] },
  })
  expect(data().train + data().validation + data().test).toBe(12)
})

test('another table takes its own loss along: classes, then numbers', async () => {
  const { give, draft } = await show()
  for (const [target, loss] of [
    ['kind', 'cross-entropy'],
    ['weight', 'mse'],
  ] as const) {
    await give(good)
    await page.getByRole('combobox', { name: 'Predict' }).selectOptions(target)
    await page.getByRole('button', { name: 'Use this table' }).click()
    await expect.poll(() => draft().data.rows?.target).toBe(target)
    expect(draft().loss).toBe(loss)
  }
})

test('a file that is no table is told in words, and the draft stays', async () => {
  const { give, data } = await show()
  const before = data()
  await give('a,b\n1,2\n3\n')
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('Line 3 has 1 value where the other lines have 2.')
  await page.getByRole('button', { name: 'Cancel' }).click()
  expect(document.querySelector('dialog')).toBeNull()
  await give(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))
  await expect.element(page.getByRole('alert')).toHaveTextContent('Save it as CSV')
  expect(data()).toBe(before)
})

test('a table of one class is refused where it is chosen, and the draft stays', async () => {
  const { give, data } = await show()
  const before = data()
  await give('a,y\n1,0\n2,0.0\n3,0\n5,0.00\n')
  await give('a,b\n1,x\n2,x\n3,x\n4,\n')
  await expect.element(page.getByText('always the same, not used')).toBeVisible()
  await page.getByRole('combobox', { name: 'Predict' }).selectOptions('b')
  await page.getByRole('button', { name: 'Use this table' }).click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('every row is of the class “x”')
  expect(data()).toBe(before)
})

test('rows pasted onto the page are read', async () => {
  const { data } = await show()
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', 'a\tb\n1\t2.5\n2\t3.5\n4\t1.5\n')
  document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  await page.getByRole('button', { name: 'Use this table' }).click()
  await expect.poll(() => data().rows?.target).toBe('b')
})
