/**
 * Opens the link of an embedded page. The address stays as its author wrote it, so that a reload begins anew. Of a lesson the
 * page has the experiment: its questions and words need a page of their own.
 */
import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { type DecodedLink, decodeLink, encodeLink, isEmbedded } from '../../../domain/link/link.ts'
import { type Scene, sceneOf } from '../../../domain/link/scene.ts'
import { NO_TABLES } from '../../../domain/table/library.ts'
import { loadLesson } from '../../../lessons/registry.ts'
import { openRuns } from '../../../page/address.ts'
import { lessonHash, pageUrl } from '../../../page/urls.ts'
import { useAppContext, useAppState } from '../../shared/app-context.tsx'
import { whenSeen } from './when-seen.ts'

export interface OpenedLink {
  readonly hash: string
  readonly link: DecodedLink
  /** What the lesson of the link trains; null where it has none. */
  readonly lessonScene: Scene | null
}

/** `retry` asks again for a lesson that could not be fetched. */
type EmbeddedLink = OpenedLink | 'loading' | { readonly retry: () => void }

/** `load` fetches a lesson, and must stay the same. */
export function useEmbeddedLink(load = loadLesson): EmbeddedLink {
  const { app } = useAppContext()
  const hash = useHash()
  const [attempt, setAttempt] = useState(0)
  const [opened, setOpened] = useState<EmbeddedLink>('loading')
  // Before anything is painted, and again at each attempt.
  useLayoutEffect(() => {
    const link = app.actions.showLink(hash)
    app.actions.look({ presented: link.controls })
    if (link.lesson === null) return setOpened({ hash, link, lessonScene: null })
    let current = true
    load(link.lesson).then(
      (lesson) => {
        if (!current) return
        const lessonScene = sceneOf(decodeLink(lesson.scene, NO_TABLES))
        app.actions.openScene(lessonScene)
        setOpened({ hash, link, lessonScene })
      },
      () => current && setOpened({ retry: () => setAttempt(attempt + 1) }),
    )
    return () => {
      current = false
    }
  }, [app, hash, attempt, load])
  useEffect(() => {
    if (opened === 'loading' || 'retry' in opened) return
    const { live, run, runs } = opened.link
    if (runs !== null) void openRuns(app, runs)
    if (live || run) return whenSeen(() => (live ? app.actions.setLive(true) : app.actions.runOrPause()))
  }, [app, opened])
  return opened
}

/** The link of the page, which whatever it stands in may change. */
function useHash(): string {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const onChange = () => {
      // Any other page keeps what it has, and has done so from its beginning.
      if (isEmbedded(location.hash)) setHash(location.hash)
      else location.reload()
    }
    addEventListener('hashchange', onChange)
    return () => removeEventListener('hashchange', onChange)
  }, [])
  return hash
}

/**
 * The address of the experiment, as it stands here, in a page of its own. What was trained here is trained there too, and comes
 * out the same. The theme, which suits the page around this one, is left behind.
 */
export function useFullUrl({ link, lessonScene }: OpenedLink): string {
  const { app } = useAppContext()
  const draft = useAppState((state) => state.draft)
  const runGroup = useAppState((state) => state.runGroup)
  const live = useAppState((state) => state.live !== null)
  return useMemo(() => {
    const isLesson = draft === lessonScene
    const page = {
      ...link,
      live,
      theme: null,
      embed: false,
      run: !isLesson && runGroup.length > 0 && app.runGroupIsDraft(),
      ...(!isLesson && { lesson: null, step: null }),
    }
    return `${pageUrl()}#${isLesson ? lessonHash(page) : encodeLink(draft, page)}`
  }, [app, link, lessonScene, draft, runGroup, live])
}
