import { describe, expect, it } from 'vitest'
import { LESSON_KEYS } from '../domain/link/lesson-keys.ts'
import type { Language } from '../domain/link/page-keys.ts'
import type { AppStore } from '../store/store.ts'
import { scripting } from './scripting.ts'

/** The scripting interface of a page that shows this language. */
function speaking(language: string) {
  const state = { view: { language: language as Language } }
  const app = { store: { getState: () => state } } as unknown as AppStore
  return scripting(app, '1.0.0', () => 'http://page/')
}

const bad = { training: { batchSize: 0 }, colour: 'red' }

describe('parse', () => {
  it('says in the language of the page what is wrong', () => {
    expect(speaking('zh-CN').parse(bad)).toMatchObject({
      ok: false,
      problems: [
        { path: 'training.batchSize', message: expect.stringContaining('1') },
        { path: 'colour', message: expect.stringMatching(/\p{Script=Han}/u) },
      ],
    })
  })

  it('says it without a dictionary where a script calls before the page has one', () => {
    expect(speaking('not loaded').parse(bad)).toEqual({
      ok: false,
      problems: [
        { path: 'training.batchSize', message: 'too small, limit 1, received 0' },
        { path: 'colour', message: 'unknown key' },
      ],
    })
  })
})

describe('link', () => {
  it('throws the problems of a bad experiment, with a dictionary and without', () => {
    expect(() => speaking('en').link(bad)).toThrow(/^training\.batchSize: /)
    expect(() => speaking('not loaded').link(bad)).toThrow('colour: unknown key')
  })
})

describe('lessons', () => {
  it('are listed in the order of the course, in the language of the page', () => {
    const english = speaking('en').lessons()
    const chinese = speaking('zh-CN').lessons()
    expect(english.map(({ key }) => key)).toEqual(LESSON_KEYS)
    expect(chinese.map(({ key }) => key)).toEqual(LESSON_KEYS)
    for (const { title, claim } of english) expect(title + claim).toMatch(/^[^\p{Script=Han}]{20,}$/u)
    for (const { title, claim } of chinese) expect(title + claim).toMatch(/\p{Script=Han}/u)
  })

  it('reject an unknown key with those that there are', async () => {
    await expect(speaking('en').verifyLesson('alchemy')).rejects.toThrow(/^lesson: .*overfitting-over-time/)
  })

  it('reject a bad seed by naming it', async () => {
    await expect(speaking('en').verifyLesson('overfitting-over-time', { seed: -1 })).rejects.toThrow(
      /^seed\.data: /,
    )
  })
})
