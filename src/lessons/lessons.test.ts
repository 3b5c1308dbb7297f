/** What every lesson has, in both languages, and that its links open. That its claim is true is tested in verification/. */
import { describe, expect, it } from 'vitest'
import { membersOf } from '../domain/comparison/comparison.ts'
import { PRESET_KEYS } from '../domain/experiment/presets.ts'
import { LESSON_KEYS } from '../domain/link/lesson-keys.ts'
import { decodeLink } from '../domain/link/link.ts'
import { readPairs } from '../domain/link/pairs.ts'
import { followPaths } from '../domain/optimizer-paths/paths.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { TERM_GROUPS } from '../domain/terms/terms.ts'
import { LESSON_CURES, REMEDY_LESSONS, termLesson } from './course-map.ts'
import type { Formula } from './formula.ts'
import { loadLesson } from './registry.ts'
import { experimentsOf } from './scene.ts'

/** Every text of a lesson, by where it stands. A text is an object with a language for each key. */
function textsIn(value: unknown, path = ''): { path: string; en: unknown; zh: unknown }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value || 'zh-CN' in value)
    return [{ path, en: Reflect.get(value, 'en'), zh: Reflect.get(value, 'zh-CN') }]
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`))
}

const paragraphs = (text: unknown): string[] => [text].flat().map(String)

/** A single letter, perhaps with an index or a prime. The names of functions and of parts have more. */
const LETTER = /^\p{L}[₀-₉]?′?$/u

const leaves = (formula: Formula): string[] =>
  'text' in formula ? [formula.text] : formula.children.flatMap(leaves)

describe.each(LESSON_KEYS)('%s', (key) => {
  it('has links that open without a problem', async () => {
    const lesson = await loadLesson(key)
    const variations = [...lesson.breakIt, ...lesson.nowYou]
    for (const scene of [lesson.scene, ...variations.map((variation) => variation.scene)]) {
      const read = decodeLink(scene, NO_TABLES)
      expect(read.problems, scene).toEqual([])
      expect(membersOf(read, NO_TABLES), scene).toHaveLength(read.comparison?.entries.length ?? 1)
    }
    expect(lesson.breakIt.length).toBeGreaterThan(0)
    expect(lesson.nowYou.length).toBeGreaterThan(0)
  })

  it('writes numbers as the page does: a narrow space in 3 000, none in 85%', async () => {
    const texts = textsIn(await loadLesson(key)).flatMap(({ en, zh }) => [
      ...paragraphs(en),
      ...paragraphs(zh),
    ])
    expect(texts.filter((text) => /\d,\d{3}\b|\d\s%/.test(text))).toEqual([])
  })

  it('asks a question that can be answered wrongly and rightly', async () => {
    const { answers } = (await loadLesson(key)).question
    expect(answers.length).toBeGreaterThanOrEqual(2)
    expect(answers.length).toBeLessThanOrEqual(5)
    const right = answers.filter((answer) => answer.right).length
    expect(right).toBeGreaterThanOrEqual(1)
    expect(right).toBeLessThan(answers.length)
  })

  it('looks at epochs that its runs have', async () => {
    const lesson = await loadLesson(key)
    const budget = Math.max(...experimentsOf(lesson).map(({ training }) => training.epochs))
    expect(lesson.look.length).toBeGreaterThan(0)
    for (const { epochs = [1, budget] } of lesson.look) {
      expect(epochs[0]).toBeGreaterThanOrEqual(1)
      expect(epochs[1]).toBeGreaterThan(epochs[0])
      expect(epochs[1]).toBeLessThanOrEqual(budget)
    }
  })

  it('looks at runs that it has', async () => {
    const lesson = await loadLesson(key)
    for (const { runs } of lesson.look)
      if (Array.isArray(runs)) {
        expect(runs.length).toBeLessThanOrEqual(3)
        for (const place of runs) expect(experimentsOf(lesson)[place]).toBeDefined()
      }
  })

  it('has surfaces whose paths can be followed, and looks at those it has', async () => {
    const { surfaces = [], look } = await loadLesson(key)
    for (const scene of surfaces) expect(followPaths(scene)).toHaveLength(scene.optimizers.length)
    for (const { surface, view } of look)
      if (surface !== undefined) expect([surfaces[surface] && view]).toEqual(['optimizer'])
  })

  it('names every letter of its formula, and no other', async () => {
    const { formula } = await loadLesson(key)
    const names = formula.symbols.map(({ symbol }) => symbol)
    const all = leaves(formula.of)
    expect(all).toEqual(expect.arrayContaining(names))
    expect(names).toEqual(expect.arrayContaining(all.filter((text) => LETTER.test(text))))
  })

  it('says everything in both languages', async () => {
    const lesson = await loadLesson(key)
    for (const { path, en, zh } of textsIn(lesson)) {
      expect(paragraphs(zh).length, path).toBe(paragraphs(en).length)
      for (const text of [...paragraphs(en), ...paragraphs(zh)]) {
        expect(text.trim(), path).not.toBe('')
        expect(text.split('**').length % 2, `${path}: ${text}`).toBe(1)
      }
      // Thousands are set apart, as on the rest of the page.
      for (const text of [...paragraphs(en), ...paragraphs(zh)])
        expect(text, path).not.toMatch(/(?<![\d.])\d{4}/)
      for (const text of paragraphs(en)) expect(text, path).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]|!/)
      for (const text of paragraphs(zh)) {
        // A number or a name may be the same in both.
        if (String(en).includes(' ')) expect(text, path).toMatch(/[\u4e00-\u9fff]/)
        expect(text, path).not.toMatch(/[\u4e00-\u9fff][,.;:?!()]|[,;:?!()][\u4e00-\u9fff]|[“”][\u0020]/)
      }
    }
  })

  it('times what the teacher does from minute 0 on', async () => {
    const { timing } = (await loadLesson(key)).teacher
    const minutes = timing.map(({ minute }) => minute)
    expect(minutes[0]).toBe(0)
    expect(minutes).toEqual([...new Set(minutes)].sort((a, b) => a - b))
  })
})

it('every ready experiment is one of a lesson', async () => {
  const lessons = await Promise.all(LESSON_KEYS.map(loadLesson))
  const scenes = lessons.flatMap((lesson) => [lesson, ...lesson.breakIt, ...lesson.nowYou])
  const shown = new Set(scenes.map(({ scene }) => readPairs(scene, []).get('preset')))
  // Older links name the experiment that the controls begin with.
  expect(PRESET_KEYS.filter((preset) => !shown.has(preset))).toEqual(['playground'])
})

it('only terms about which there is no lesson lead to none', () => {
  const terms = Object.values(TERM_GROUPS).flat()
  expect(terms.filter((term) => termLesson(term) === null)).toEqual([
    'setting.standardize',
    'setting.points',
    'setting.rows',
    'column.difference',
    'column.time',
    'column.engine',
    'tool.smoothing',
    'tool.scale',
    'tool.pace',
    'tool.engine',
    'tool.live',
  ])
})

it('every remedy is taught by the lesson that its verdict leads to', () => {
  // The verdict asks for a much lower rate where the course says a lower one; powers of x are for lines through points.
  const { 'much-lower-learning-rate': _, 'more-powers': __, ...remedies } = REMEDY_LESSONS
  for (const [remedy, key] of Object.entries(remedies))
    if (key) expect(LESSON_CURES[key].remedies, `${key}: ${remedy}`).toContain(remedy)
})

it.each(LESSON_KEYS)('%s leads to a remedy, for a run that it has', async (key) => {
  const { remedies, run = 0 } = LESSON_CURES[key]
  expect(remedies.length).toBeGreaterThan(0)
  expect(experimentsOf(await loadLesson(key))[run]).toBeDefined()
})
