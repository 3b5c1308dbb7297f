import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { experiments } from '../experiment/experiments.testing.ts'
import { PRESET_KEYS } from '../experiment/presets.ts'
import { NO_TABLES } from '../table/library.ts'
import { type LectureScene, lectureText, readLecture } from './lecture.ts'
import { decodeLink, encodeLecture, encodeLink, isEmbedded, tablesOfLink } from './link.ts'
import { readPairs } from './pairs.ts'
import { presetScene } from './scene.ts'

const THREE: readonly LectureScene[] = [
  { title: 'It overfits', link: 'preset=overfitting&run=1' },
  { title: '', link: 'data=spiral&layers=8,8&panes=gradients&live=1' },
  { title: '结尾 & more | 100 %', link: 'lesson=overfitting-over-time&step=3' },
]

const scenes = fc.array(
  fc.record({
    title: fc.string({ unit: 'grapheme', maxLength: 20 }),
    link: fc.oneof(
      fc.constantFrom(...THREE.map(({ link }) => link)),
      experiments.map((experiment) => encodeLink({ preset: null, experiment, comparison: null })),
    ),
  }),
  { minLength: 1, maxLength: 8 },
)

describe('the link of a lecture', () => {
  it('gives back its scenes and the one that is shown, whatever they are called', () => {
    fc.assert(
      fc.property(scenes, fc.nat({ max: 7 }), (given, place) => {
        const scene = (place % given.length) + 1
        const link = encodeLink(presetScene('overfitting'), { scenes: given, scene })
        expect(decodeLink(link, NO_TABLES)).toMatchObject({ scenes: given, scene, problems: [] })
      }),
      { numRuns: 200 },
    )
  })

  it('can be read and written by hand', () => {
    expect(encodeLecture(THREE.slice(0, 2))).toBe(
      'scenes=title=It%2520overfits%26preset=overfitting%26run=1%7Cdata=spiral%26layers=8,8%26panes=gradients%26live=1',
    )
    expect(decodeLink('#scenes=preset=underfitting%26run=1|preset=wiggle', NO_TABLES).scenes).toEqual([
      { title: '', link: 'preset=underfitting&run=1' },
      { title: '', link: 'preset=wiggle' },
    ])
  })

  it('that has not begun opens on its first scene, or on the one that it names', () => {
    const first = decodeLink(encodeLecture(THREE), NO_TABLES)
    expect(first).toMatchObject({ ...presetScene('overfitting'), run: true, scene: 1, problems: [] })
    const second = decodeLink(`${encodeLecture(THREE)}&step=2&lang=zh-CN&view=present`, NO_TABLES)
    expect(second).toMatchObject({ panes: 'gradients', live: true, run: false, scene: 2, problems: [] })
    expect(second).toMatchObject({ language: 'zh-CN', view: 'present' })
    expect(second.experiment.data.set).toBe('spiral')
    // The scene's own step is the lesson's.
    const third = decodeLink(`${encodeLecture(THREE)}&step=3`, NO_TABLES)
    expect(third).toMatchObject({ lesson: 'overfitting-over-time', step: 3, scene: 3 })
  })

  it('is of an embedded page if it says so itself, and not if its scene does', () => {
    const link = `${encodeLecture(THREE)}&embed=1`
    expect(decodeLink(link, NO_TABLES)).toMatchObject({ embed: true, run: true })
    expect(isEmbedded(link)).toBe(true)
    const inside = encodeLecture([{ title: '', link: 'preset=wiggle&embed=1' }])
    expect(decodeLink(inside, NO_TABLES).embed).toBe(false)
    expect(isEmbedded(inside)).toBe(false)
  })

  it('that is under way opens what the controls showed, and starts nothing again', () => {
    const page = { scenes: THREE, scene: 1 }
    for (const preset of PRESET_KEYS) {
      const open = decodeLink(encodeLink(presetScene(preset), page), NO_TABLES)
      expect(open).toMatchObject({ ...presetScene(preset), run: false, ...page, problems: [] })
    }
    const beside = encodeLink(presetScene('overfitting'), {
      ...page,
      lesson: 'overfitting-over-time',
      step: 2,
    })
    expect(decodeLink(beside, NO_TABLES)).toMatchObject({
      lesson: 'overfitting-over-time',
      step: null,
      scene: 1,
    })
  })

  it('names what is wrong with it, and the rest works', () => {
    expect(decodeLink(`${encodeLecture(THREE)}&step=4`, NO_TABLES)).toMatchObject({
      scene: 1,
      problems: [{ path: 'step', kind: 'too-large', limit: 3 }],
    })
    expect(decodeLink('#scenes=lr=fast%26dropout=0.3', NO_TABLES)).toMatchObject({
      experiment: { regularization: { dropout: 0.3 } },
      problems: [{ path: 'lr' }],
    })
    const many = encodeLecture(Array.from({ length: 61 }, () => THREE[0]!))
    expect(decodeLink(many, NO_TABLES)).toMatchObject({ problems: [{ path: 'scenes', kind: 'too-large' }] })
    expect(decodeLink(many, NO_TABLES).scenes).toHaveLength(60)
    // A lecture within a lecture is none.
    const inner = encodeLecture([{ title: '', link: encodeLecture(THREE) }])
    expect(decodeLink(inner, NO_TABLES)).toMatchObject({ scenes: [{ title: '' }], lesson: null })
  })

  it('needs the tables of all its scenes', () => {
    const ofTable = (digest: string) => ({ title: '', link: `data=rows&rows=${digest}` })
    const two = ['0123456789abcdef', '1123456789abcdef']
    expect(tablesOfLink(encodeLecture(two.map(ofTable)))).toEqual(two)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        decodeLink(`scenes=${text}`, NO_TABLES)
        readLecture(text, [])
        readPairs(`scenes=${lectureText([{ title: text, link: 'data=moons' }])}`, [])
      }),
      { numRuns: 300 },
    )
  })
})
