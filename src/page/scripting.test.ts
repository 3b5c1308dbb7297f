import { describe, expect, it } from 'vitest'
import { LESSON_KEYS } from '../domain/link/lesson-keys.ts'
import type { Language } from '../domain/link/page-keys.ts'
import type { AppStore } from '../store/store.ts'
import { scripting } from './scripting.ts'

/** The scripting interface of a page that shows this language. */
function speaking(language: string) {
  const state = { view: { language: language as Language } }
  const sources = { get: () => undefined }
  const app = { store: { getState: () => state }, sources } as unknown as AppStore
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

describe('diagnose', () => {
  const { diagnose } = speaking('en')
  const losses = Array.from({ length: 30 }, (_, i) => 0.6 * 0.8 ** i)
  const experiment = { data: { set: 'moons', noise: 0.1 } }
  const said = (epochs: unknown, others: object = {}) =>
    diagnose({ experiment, epochs, ...others } as unknown as Parameters<typeof diagnose>[0])
  const bare = losses.map((loss) => ({ train: { loss }, validation: { loss } }))

  it('reads a record of losses alone', () => {
    expect(said(bare)).toMatchObject({ verdict: 'good-fit', remedies: [] })
    expect(said(bare.slice(0, 1)).verdict).toBe('too-early')
  })

  it('judges training alone where there is no validation part', () => {
    const without = (of: (loss: number) => number) => losses.map((loss) => ({ train: { loss: of(loss) } }))
    expect(said(without((loss) => loss))).toMatchObject({ verdict: 'too-early', evidence: [], remedies: [] })
    expect(said(without((loss) => 0.5 + loss / 10)).verdict).toBe('underfitting')
    expect(said(without(() => Number.NaN)).verdict).toBe('diverging')
  })

  it('takes a loss that JSON made null for no number, and not for 0', () => {
    const broken = bare.map((row, i) =>
      i > 20 ? { train: { loss: null }, validation: { loss: null } } : row,
    )
    expect(said(broken).verdict).toBe('diverging')
  })

  it.each([
    ['no epochs', undefined],
    ['rows that are none', [null, 7, 'x']],
    ['scores that are none', losses.map(() => ({ train: null, validation: 3 }))],
    [
      'measurements of another kind',
      bare.map((row) => ({ ...row, gradients: 1, updates: 'x', inactive: {} })),
    ],
  ])('says something of %s', (_, epochs) => {
    expect(typeof said(epochs, { start: {} }).verdict).toBe('string')
  })

  it('names what is wrong with the experiment of a record, or that there is none', () => {
    expect(() => diagnose(null as never)).toThrow()
    expect(() => said(bare, { experiment: bad })).toThrow(/^training\.batchSize: /)
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
