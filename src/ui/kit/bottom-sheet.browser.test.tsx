import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { BottomSheet, type Stop } from './bottom-sheet.tsx'

const onStop = vi.fn<(stop: Stop) => void>()

function Example() {
  const [stop, setStop] = useState<Stop>('head')
  return (
    <BottomSheet
      label="Sheet"
      stop={stop}
      onStop={(next) => {
        setStop(next)
        onStop(next)
      }}
    >
      <div />
    </BottomSheet>
  )
}

const handleOf = async () => {
  onStop.mockClear()
  const screen = await render(<Example />)
  return screen.getByRole('button', { name: 'Sheet' }).element() as HTMLElement
}
const pointer = (handle: HTMLElement, type: string, clientY: number) =>
  handle.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, clientY }))

test('what presses buttons without a pointer opens the sheet: the space bar, a screen reader', async () => {
  const handle = await handleOf()
  handle.focus()
  await userEvent.keyboard(' ')
  expect(onStop.mock.lastCall).toEqual(['half'])
  handle.click()
  await expect.poll(() => onStop.mock.lastCall).toEqual(['full'])
})

test('a press moves the sheet when it is over, so that none of it reaches what comes to lie there', async () => {
  const handle = await handleOf()
  handle.setPointerCapture = () => {}
  pointer(handle, 'pointerdown', 300)
  pointer(handle, 'pointerup', 300)
  expect(onStop).not.toHaveBeenCalled()
  handle.click()
  expect(onStop.mock.calls).toEqual([['half']])
})

test('a drag moves by one stop, and its click by none', async () => {
  const handle = await handleOf()
  handle.setPointerCapture = () => {}
  pointer(handle, 'pointerdown', 300)
  pointer(handle, 'pointerup', 200)
  handle.click()
  expect(onStop.mock.calls).toEqual([['half']])
})
