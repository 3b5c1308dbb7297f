/**
 * A lecture: scenes to go through one after another, each a link of its own. In the link of the lecture each is the text of
 * its link, with its title as a pair more, and stands behind `scenes=` with the signs escaped that would end the pair;
 * between two scenes stands a `|`, escaped too. lectureText and readLecture are inverse.
 */
import type { Problem } from '../experiment/problem.ts'
import { readPairs } from './pairs.ts'

export interface LectureScene {
  /** What the lecturer calls it; empty where it goes by what it shows. */
  readonly title: string
  /** Its link, without the `#`. */
  readonly link: string
}

/** More than a lecture of ninety minutes has. */
export const MOST_SCENES = 60

const BETWEEN = '|'
const TITLE = 'title='

/** For the value of `scenes=`. */
export function lectureText(scenes: readonly LectureScene[]): string {
  const texts = scenes.map(({ title, link }) =>
    [...(title === '' ? [] : [TITLE + encodeURIComponent(wellFormed(title))]), whole(link)].join('&'),
  )
  return escaped(texts.join(BETWEEN))
}

/** `text` is the value as `readPairs` gives it, unescaped once. */
export function readLecture(text: string, problems: Problem[]): readonly LectureScene[] {
  const texts = text.split(BETWEEN).filter((scene) => scene !== '')
  if (texts.length > MOST_SCENES)
    problems.push({ path: 'scenes', kind: 'too-large', limit: MOST_SCENES, received: String(texts.length) })
  return texts.slice(0, MOST_SCENES).map((scene) => {
    const pairs = scene.split('&')
    const title = readPairs(pairs.find((pair) => pair.startsWith(TITLE)) ?? '', problems).get('title') ?? ''
    const link = pairs.filter((pair) => pair !== '' && !pair.startsWith(TITLE)).join('&')
    return { title, link }
  })
}

const RUN = 'run=1'

/** Whether the scene is trained when it is opened. */
export function runsWhenOpened({ link }: LectureScene): boolean {
  return link.split('&').includes(RUN)
}

export function withRun(scene: LectureScene, run: boolean): LectureScene {
  const others = scene.link.split('&').filter((pair) => pair !== RUN)
  return { ...scene, link: [...others, ...(run ? [RUN] : [])].join('&') }
}

/** Half of a sign of two halves, which no address can hold, becomes the sign for what is unknown. */
const wellFormed = (title: string) => title.replace(/\p{Surrogate}/gu, '\ufffd')

const whole = (link: string) => link.replaceAll(BETWEEN, encodeURIComponent(BETWEEN))

/** Leaves the signs that make a link readable as they are. */
function escaped(text: string): string {
  return text.replace(/[^\w.,;:/=+\-*!~()@']/gu, encodeURIComponent)
}
