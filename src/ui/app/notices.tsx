import { ENGINES } from '../../domain/run/engines.ts'
import type { Notice as NoticeState } from '../../store/state.ts'
import { type Messages, withLaterMessages } from '../../text/messages.ts'
import { problemText } from '../../text/problems.ts'
import { Notice } from '../kit/notice.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import { OpeningBar } from '../shared/opening.tsx'

const RefusedFile = lazyPart(withLaterMessages(() => import('./refused-file.tsx')))

/** Notices about the page itself: an engine was replaced by another, a link was partly wrong. */
export function Notices() {
  const t = useText()
  const { dismiss } = useActions()
  const notices = useAppState((state) => state.notices)
  return (
    <>
      <OpeningBar />
      {notices.map((notice) => (
        <Notice
          key={notice.kind}
          tone="problem"
          dismissLabel={t.dismiss}
          onDismiss={() => dismiss(notice.kind)}
        >
          {noticeText(notice, t)}
        </Notice>
      ))}
    </>
  )
}

function noticeText(notice: NoticeState, t: Messages) {
  if (notice.kind === 'fallback') {
    const { from, to, why } = notice
    const next = t.progress.engines[to]
    if (why === 'lost') return t.notices.lost(next)
    return ENGINES[from].needs === 'simd'
      ? t.notices.noSimd(next)
      : t.notices.unavailable(t.progress.engines[from], next)
  }
  if (notice.kind === 'no-engine') return t.notices.noEngine
  if (notice.kind === 'language') return t.notices.language
  if (notice.kind === 'live') return t.notices.live
  if (notice.kind === 'storage') return t.take.storage[notice.why]
  if (notice.kind === 'import') return <RefusedFile why={notice.why} />
  const sentences = notice.problems.map((problem) => `${problem.path}: ${problemText(problem, t)}`)
  return `${t.notices.link} ${sentences.join('; ')}`
}
