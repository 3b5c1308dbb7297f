/** The right column in live mode, but for its verdict and its picture. */
import { LiveNumbers } from './live-numbers.tsx'
import { LiveSuggestion } from './live-suggestion.tsx'

export function LiveDetails() {
  return (
    <>
      <LiveNumbers />
      <LiveSuggestion />
    </>
  )
}
