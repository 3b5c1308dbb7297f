import '../app/tokens.css'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import { TableRoom } from './table-upload.tsx'

const rows = Array.from({ length: 12 }, (_, i) => `${i},${i % 5},k,${['cat', 'dog'][i % 2]},${i * 1.5}`)
const good = `height,width,same,kind,weight\n${rows.join('\n')}\n`

async function show() {
  const context = quietRoom('#data=rows')
  await render(
    <AppContextProvider value={context}>
      <TableRoom />
    </AppContextProvider>,
  )
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!
  const give = (contents: string | Uint8Array<ArrayBuffer>) =>
    userEvent.upload(input, new File([contents], 'table.csv'))
  const draft = () => context.app.store.getState().draft.experiment
  return { give, draft, data: () => draft().data }
}

test('a file becomes the data: the target chosen, a column left out, the constant one never in', async () => {
  const { give, data } = await show()
  await give(good)
  await page.getByRole('combobox', { name: 'Predict' }).selectOptions('kind')
  await expect.element(page.getByText('what is predicted')).toBeVisible()
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

test('a file that is no table is explained in words, and the draft stays', async () => {
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

test('a table of texts alone is told what an input can be, not to choose one', async () => {
  const { give } = await show()
  const lines = Array.from({ length: 80 }, (_, i) => `a text of its own ${i},${['up', 'down'][i % 2]}`)
  await give(`review,verdict\n${lines.join('\n')}\n`)
  await expect.element(page.getByRole('alert')).toHaveTextContent('No column can be an input')
})

test('rows pasted onto the page are read', async () => {
  const { data } = await show()
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', 'a\tb\n1\t2.5\n2\t3.5\n4\t1.5\n')
  document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  await page.getByRole('button', { name: 'Use this table' }).click()
  await expect.poll(() => data().rows?.target).toBe('b')
})

test('what has two readings is asked at its column, and the table waits for the answer', async () => {
  const { give, data } = await show()
  const lines = Array.from({ length: 12 }, (_, i) => `1,${100 + i};${['up', 'down'][i % 2]}`)
  await give(`size;kind\n${lines.join('\n')}\n`)
  const use = page.getByRole('button', { name: 'Use this table' })
  await expect.element(use).toBeDisabled()
  await expect.element(page.getByRole('alert')).toHaveTextContent('Choose in the table how “size” is meant.')
  const question = page.getByRole('combobox', { name: 'size: “1,100” is' })
  const options = [...question.element().querySelectorAll('option')].map(({ text }) => text)
  expect(options.slice(1)).toEqual(['1100 (point for decimals)', '1.1 (comma for decimals)'])
  await question.selectOptions('1.1 (comma for decimals)')
  await use.click()
  await expect.poll(() => data().rows?.ranges[0]).toEqual([1.1, 1.111])
})

test('how the file was read can be changed, and a line that does not fit can be left out', async () => {
  const { give, data } = await show()
  await give('a;b;y\n1,5;x;1\n2,5;z\n3,5;x;2\n4,5;z;1\n6,5;x;2\n')
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('Line 3 has 2 values where the other lines have 3.')
  await page.getByRole('button', { name: 'Leave that line out' }).click()
  await expect
    .element(page.getByText('A line that has another number of values is left out (line 3).'))
    .toBeVisible()
  await expect
    .element(page.getByRole('combobox', { name: 'Between the values' }))
    .toHaveTextContent('semicolon ; (found)')
  await expect
    .element(page.getByRole('combobox', { name: 'Decimal mark' }))
    .toHaveTextContent('comma 1,5 (found)')
  await page.getByRole('combobox', { name: 'First row' }).selectOptions('a row of values')
  await expect.element(page.getByRole('checkbox', { name: 'x1' })).toBeVisible()
  await page.getByRole('combobox', { name: 'First row' }).selectOptions('find it')
  await page.getByRole('button', { name: 'Use this table' }).click()
  await expect.poll(() => data().rows?.ranges[0]).toEqual([1.5, 6.5])
})

test('of several tables in a file the page says where the second begins, and the largest can be read alone', async () => {
  const { give, data } = await show()
  await give(`a,b\n1,2\n3,4\n\n${good}\nSource: us\n`)
  await expect.element(page.getByRole('alert')).toHaveTextContent('another begins in line 5.')
  await page.getByRole('button', { name: 'Read the largest alone' }).click()
  await expect.element(page.getByText('Lines above the table are left out (lines 1, 2, 3).')).toBeVisible()
  await expect.element(page.getByText('A line below the table is left out (line 19).')).toBeVisible()
  await page.getByRole('button', { name: 'Use this table' }).click()
  await expect.poll(() => data().rows?.count).toBe(12)
})

test('dates and row numbers are recognised at their columns, and a person can choose their use', async () => {
  const { give, data } = await show()
  const lines = Array.from(
    { length: 12 },
    (_, i) => `${i},2021-03-${10 + i},${i * i},${['up', 'down'][i % 2]}`,
  )
  await give(`id,day,size,kind\n${lines.join('\n')}\n`)
  await expect.element(page.getByText('names the rows, not used unless chosen')).toBeVisible()
  await expect.element(page.getByRole('checkbox', { name: 'id' })).not.toBeChecked()
  await page.getByRole('checkbox', { name: 'day' }).click()
  await page
    .getByRole('combobox', { name: 'day: How the column is read' })
    .selectOptions('date: year, month, weekday, hour')
  await page.getByRole('button', { name: 'Use this table' }).click()
  await expect.poll(() => data().rows?.columns).toEqual(['day (weekday)', 'size'])
})

test('test rows that the file names stay, and the page says where the validation part comes from', async () => {
  const { give, data } = await show()
  const lines = Array.from(
    { length: 20 },
    (_, i) => `${i},${i % 4 === 0 ? 'test' : 'train'},${['up', 'down'][i % 2]}`,
  )
  await give(`size,set,kind\n${lines.join('\n')}\n`)
  await expect.element(page.getByText(/every fifth training row becomes the validation part/)).toBeVisible()
  await page.getByRole('button', { name: 'Use this table' }).click()
  await expect.poll(() => data().rows?.parts).toEqual({ train: 12, validation: 3, test: 5 })
  await expect.element(page.getByText(/3 of the training rows are the validation part/)).toBeVisible()
})

test('on a telephone no long name or title makes the dialog wider than the screen', async () => {
  await page.viewport(390, 844)
  const { give } = await show()
  const long = 'anamewithoutanyspace'.repeat(8)
  await give(
    `${'A title above the table that is as long as a line of text can be. '.repeat(4)}\n\n${long},${long},c\n${'1,02.03.2024,x\n2,04.05.2024,y\n'.repeat(6)}`,
  )
  const dialog = page.getByRole('dialog')
  await expect.element(dialog.getByText(/^A second column/)).toBeVisible()
  const { scrollWidth, clientWidth } = dialog.element()
  expect(scrollWidth).toBe(clientWidth)
})
