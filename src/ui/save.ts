/** Hands a text to the browser as a download. */
export function save(name: string, text: string) {
  const link = document.createElement('a')
  const address = URL.createObjectURL(new Blob([text]))
  link.href = address
  link.download = `fitting-room-${name}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
