/** Hands a dropped or pasted table from useOpenFiles, which sorts all files, to the data panel, if that is shown. */
const OFFER = 'tableoffer'

/** Returns whether a listener took it. */
export function offerTable(file: Blob): boolean {
  return !dispatchEvent(new CustomEvent(OFFER, { detail: file, cancelable: true }))
}

/** Returns the function that stops listening. */
export function takeTables(take: (file: Blob) => void): () => void {
  const onOffer = (event: Event) => {
    event.preventDefault()
    take((event as CustomEvent<Blob>).detail)
  }
  addEventListener(OFFER, onOffer)
  return () => removeEventListener(OFFER, onOffer)
}
