import { useRef, useState } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Dialog } from './dialog.tsx'

function Room() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(true)
  const [loaded, setLoaded] = useState(false)
  if (!open) return null
  return (
    <Dialog ref={dialog} title="Room" onClose={() => setOpen(false)}>
      {loaded ? (
        <p>All is here</p>
      ) : (
        <button type="button" onClick={() => setLoaded(true)}>
          Load
        </button>
      )}
    </Dialog>
  )
}

test('keys do nothing on the page behind, even after what had the focus is gone; Escape still closes', async () => {
  const heard: string[] = []
  const hear = ({ key }: KeyboardEvent) => heard.push(key)
  addEventListener('keydown', hear)
  const screen = await render(<Room />)
  await screen.getByRole('button', { name: 'Load' }).click()
  await expect.element(screen.getByText('All is here')).toBeVisible()
  expect(document.activeElement).toBe(document.body)
  await userEvent.keyboard('r')
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByText('All is here')).not.toBeInTheDocument()
  expect(heard).toEqual([])
  await userEvent.keyboard('r')
  expect(heard).toEqual(['r'])
  removeEventListener('keydown', hear)
})
