import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { experiments } from '../experiment/experiments.testing.ts'
import { PRESET_KEYS } from '../experiment/presets.ts'
import { ENGINE_PREFERENCES } from '../run/engines.ts'
import { PRESENTED_AT_MOST, PRESENTED_SETTINGS } from '../settings/presented.ts'
import { SETTING_KEYS } from '../settings/settings.ts'
import { NO_TABLES } from '../table/library.ts'
import { LESSON_KEYS } from './lesson-keys.ts'
import { decodeLink, encodeLink } from './link.ts'
import { LANGUAGES, type LinkedPage, MODEL_VIEWS, PAGE_VIEWS, PANE_VIEWS, THEMES } from './page-keys.ts'
import { presetScene } from './scene.ts'

describe('what a link says of the page', () => {
  const pages: fc.Arbitrary<LinkedPage> = fc.record({
    hide: fc.uniqueArray(fc.constantFrom(...SETTING_KEYS), { maxLength: 5 }),
    controls: fc.option(
      fc.uniqueArray(fc.constantFrom(...PRESENTED_SETTINGS), { maxLength: PRESENTED_AT_MOST }),
    ),
    assignment: fc.constantFrom(null, {
      conditions: [{ quantity: 'accuracy', bound: 'min', value: 0.93 }],
      title: 'A & B',
    } as const),
    engine: fc.constantFrom(null, ...ENGINE_PREFERENCES),
    pace: fc.option(fc.double({ min: 0.1, max: 1000, noNaN: true })),
    panes: fc.constantFrom(null, ...PANE_VIEWS),
    inside: fc.constantFrom(null, ...MODEL_VIEWS),
    view: fc.constantFrom(null, ...PAGE_VIEWS),
    language: fc.constantFrom(null, ...LANGUAGES),
    theme: fc.constantFrom(null, ...THEMES),
    live: fc.boolean(),
    lesson: fc.constantFrom(null, ...LESSON_KEYS),
    scenes: fc.constant([]),
    scene: fc.constant(null),
    step: fc.constantFrom(null, 1, 2, 3, 4),
    run: fc.boolean(),
    embed: fc.boolean(),
    runs: fc.option(fc.base64String().map((text) => text.replace(/[+/=]/g, '-'))),
  })

  it('comes back with the scene, whatever the two are', () => {
    fc.assert(
      fc.property(pages, experiments, fc.constantFrom(null, ...PRESET_KEYS), (page, experiment, preset) => {
        const scene = { preset, experiment, comparison: null }
        expect(decodeLink(encodeLink(scene, page), NO_TABLES)).toEqual({ ...scene, ...page, problems: [] })
      }),
      { numRuns: 300 },
    )
  })

  it('names the controls that are left where most are hidden', () => {
    const most = SETTING_KEYS.filter((key) => key !== 'layers' && key !== 'lr')
    const link = encodeLink(presetScene('overfitting'), { hide: most })
    expect(link).toBe('preset=overfitting&hide=all-but:layers,lr')
    expect(decodeLink(link, NO_TABLES)).toMatchObject({ hide: most, problems: [] })
    expect(decodeLink('hide=all-but:', NO_TABLES)).toMatchObject({ hide: SETTING_KEYS, problems: [] })
    const bad = decodeLink('hide=all-but:layers,colour', NO_TABLES)
    expect(bad.hide).toEqual(SETTING_KEYS.filter((key) => key !== 'layers'))
    expect(bad.problems).toMatchObject([{ path: 'hide', received: 'colour' }])
  })

  it('stands behind the scene, in one order', () => {
    const page = {
      runs: 'abc',
      embed: true,
      run: true,
      theme: 'dark',
      language: 'zh-CN',
      panes: 'fit',
      inside: 'network',
      view: 'present',
      pace: 30,
      engine: 'webgl',
      hide: ['dropout', 'l2'],
      controls: ['lr', 'batch'],
    } as const
    expect(encodeLink(presetScene('overfitting'), page)).toBe(
      'preset=overfitting&hide=dropout,l2&controls=lr,batch&engine=webgl&pace=30&panes=fit&inside=network&view=present&lang=zh-CN&theme=dark&run=1&embed=1&runs=abc',
    )
  })
})
