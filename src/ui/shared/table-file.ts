/** A table on its way from the page's door to who reads tables, if anybody does at the moment. */
const OFFER = 'tableoffer'

/** Whether somebody took it. */
export function offerTable(file: Blob): boolean {
  return !dispatchEvent(new CustomEvent(OFFER, { detail: file, cancelable: true }))
}

/** Gives back what ends it. */
export function takeTables(take: (file: Blob) => void): () => void {
  const onOffer = (event: Event) => {
    event.preventDefault()
    take((event as CustomEvent<Blob>).detail)
  }
  addEventListener(OFFER, onOffer)
  return () => removeEventListener(OFFER, onOffer)
}
