/** The name under which a file of the page is saved. */
export const fileName = (name: string) => `fitting-room-${name}`

/** Passes a text or a picture to the browser as a download. */
export function save(name: string, content: string | Blob) {
  const link = document.createElement('a')
  const address = URL.createObjectURL(new Blob([content]))
  link.href = address
  link.download = fileName(name)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
