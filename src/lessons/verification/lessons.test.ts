/** Every lesson's claim holds, from three seeds, and its numbers have names. `npm run lessons:verify` tries twenty. */
import { describe, expect, it } from 'vitest'
import { LESSON_KEYS } from '../../domain/link/lesson-keys.ts'
import { loadLesson } from '../registry.ts'
import { verifyByKey } from './train-lesson.testing.ts'

describe.each(LESSON_KEYS)('%s', (key) => {
  it.each([101, 102, 103])('holds from seed %i', async (seed) => {
    const { holds, figures } = await verifyByKey(key, seed)
    expect({ holds, figures }).toEqual({ holds: true, figures })
    expect(Object.keys(figures)).toEqual(Object.keys((await loadLesson(key)).figureNames))
  })
})
