import { withLaterMessages } from '../../text/messages.ts'
import { useAppState } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'

const LectureBar = lazyPart(withLaterMessages(() => import('../lecture/lecture-bar.tsx')))

/** The bar of the lecture that is open. */
export function Lecture({ presented = false }: { readonly presented?: boolean }) {
  const isOpen = useAppState(({ lecture }) => lecture !== null)
  return isOpen && <LectureBar presented={presented} />
}
