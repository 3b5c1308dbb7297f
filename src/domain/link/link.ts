/**
 * Links are `#key=value&…`: a scene (scene.ts), and how the page should look beside it (page-keys.ts). A bad
 * pair becomes a problem and its default is used; the rest of the link still works. Nothing else reads or
 * writes links, and both directions are inverse: decodeLink(encodeLink(x)) returns x (property-tested).
 */

import { comparisonSettings } from '../comparison/comparison.ts'
import { OPENING_PRESET } from '../experiment/presets.ts'
import type { Problem } from '../experiment/problem.ts'
import type { Tables } from '../table/library.ts'
import type { LectureScene } from './lecture.ts'
import { type LinkedPage, pagePairs, takePage } from './page-keys.ts'
import { type Pairs, readPairs, writePairs } from './pairs.ts'
import { readScene, type Scene, scenePairs } from './scene.ts'

export interface DecodedLink extends Scene, LinkedPage {
  readonly problems: readonly Problem[]
}

/**
 * The link of a lecture that says nothing of an experiment is the link of its scene, with what it says of the page itself;
 * otherwise the lecture is under way, and the controls show something else.
 */
export function decodeLink(hash: string, tables: Tables): DecodedLink {
  const problems: Problem[] = []
  const pairs = readPairs(hash, problems)
  const page = takePage(pairs, problems)
  const { scenes, scene, language, theme, view, embed } = page
  const shown = scenes[(scene ?? 1) - 1]
  if (shown === undefined || pairs.size > 0)
    return { ...readScene(pairs, tables, problems), ...page, problems }
  const own = readPairs(shown.link, problems)
  own.delete('scenes')
  const of = takePage(own, problems)
  return {
    ...readScene(own, tables, problems),
    ...of,
    scenes,
    scene: scene ?? 1,
    language: language ?? of.language,
    theme: theme ?? of.theme,
    view: view ?? of.view,
    embed,
    problems,
  }
}

/** Without the `#`. Beside a lesson, which has a scene of its own, the opening scene need not be named. */
export function encodeLink(scene: Scene, page: Partial<LinkedPage> = {}): string {
  const pairs = scenePairs(scene)
  const isLesson = page.lesson && !page.scenes?.length
  if (isLesson && pairs.size === 1 && pairs.get('preset') === OPENING_PRESET) pairs.clear()
  return writePairs(new Map([...pairs, ...pagePairs(page)]))
}

/** The link of a lecture that has not begun. */
export function encodeLecture(scenes: readonly LectureScene[]): string {
  return writePairs(pagePairs({ scenes }))
}

/** Whether a link is of a page that stands in another one: known before anything else of it, and without its tables. */
export function isEmbedded(hash: string): boolean {
  return takePage(readPairs(hash, []), []).embed
}

/** The digests of the tables that a link refers to; they must be in the library before the link is decoded. */
export function tablesOfLink(hash: string): string[] {
  const pairs = readPairs(hash, [])
  const { scenes } = takePage(pairs, [])
  const ofScenes = scenes.flatMap(({ link }) => tablesOf(readPairs(link, [])))
  return [...new Set([...tablesOf(pairs), ...ofScenes])]
}

function tablesOf(pairs: Pairs): string[] {
  const settings = [
    { key: 'rows', to: pairs.get('rows') ?? '' },
    ...comparisonSettings(pairs.get('compare') ?? ''),
  ]
  return settings.flatMap(({ key, to }) => (key === 'rows' && to !== '' ? [to] : []))
}
