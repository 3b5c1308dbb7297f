import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VERDICTS } from '../diagnosis/verdict.ts'
import type { Problem } from '../experiment/problem.ts'
import { decodeLink, encodeLink } from '../link/link.ts'
import { presetScene } from '../link/scene.ts'
import { NO_TABLES } from '../table/library.ts'
import {
  type Assignment,
  assignmentText,
  BOUNDS,
  type Condition,
  LONGEST_TITLE,
  QUANTITIES,
  readAssignment,
} from './assignment.ts'

function read(text: string) {
  const problems: Problem[] = []
  return { assignment: readAssignment(text, problems), problems }
}

const conditions: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    quantity: fc.constantFrom(...QUANTITIES),
    bound: fc.constantFrom(...BOUNDS),
    value: fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value) => (Object.is(value, -0) ? 0 : value)),
  }),
  fc.record({ quantity: fc.constant('verdict' as const), value: fc.constantFrom(...VERDICTS) }),
)

const assignments: fc.Arbitrary<Assignment> = fc.record({
  conditions: fc.array(conditions, { minLength: 1, maxLength: 5 }),
  title: fc.string({ unit: 'grapheme', maxLength: 40 }).map((title) => title.trim()),
})

describe('an assignment in a link', () => {
  it('comes back as it was given, with any title', () => {
    fc.assert(
      fc.property(assignments, (assignment) => {
        const scene = presetScene('overfitting')
        const link = encodeLink(scene, { assignment })
        expect(decodeLink(link, NO_TABLES)).toMatchObject({ ...scene, assignment, problems: [] })
        // As an address in running text it does not end before its end.
        expect(link).not.toMatch(/[\s<>"'()!*]/)
      }),
      { numRuns: 500 },
    )
  })

  it('is readable', () => {
    const { assignment, problems } = read(
      'min-accuracy:0.93,max-parameters:60,verdict:good-fit,title:Small, but good',
    )
    expect(problems).toEqual([])
    expect(assignment).toEqual({
      conditions: [
        { quantity: 'accuracy', bound: 'min', value: 0.93 },
        { quantity: 'parameters', bound: 'max', value: 60 },
        { quantity: 'verdict', value: 'good-fit' },
      ],
      title: 'Small, but good',
    })
    expect(assignmentText(assignment!)).toBe(
      'min-accuracy:0.93,max-parameters:60,verdict:good-fit,title:Small%2C%20but%20good',
    )
  })

  it('may be written with signs by hand', () => {
    expect(read('accuracy>=0.93,train-loss<=0.1').assignment?.conditions).toEqual([
      { quantity: 'accuracy', bound: 'min', value: 0.93 },
      { quantity: 'train-loss', bound: 'max', value: 0.1 },
    ])
  })

  it('names each bad condition, and keeps the others', () => {
    const { assignment, problems } = read(
      'min-accuracy:high,min-beauty:1,max-parameters:60,verdict:perfect,loss:1,',
    )
    expect(assignment?.conditions).toEqual([{ quantity: 'parameters', bound: 'max', value: 60 }])
    expect(problems).toEqual([
      { path: 'assignment', kind: 'unreadable' },
      expect.objectContaining({ kind: 'not-one-of', received: 'beauty' }),
      expect.objectContaining({ kind: 'not-one-of', received: 'perfect' }),
      { path: 'assignment', kind: 'unreadable' },
      { path: 'assignment', kind: 'unreadable' },
    ])
    expect(read('min-max-accuracy>=1').problems).toHaveLength(1)
    expect(read('max-accuracy>=1').problems).toHaveLength(1)
  })

  it('without a condition is none, and says so', () => {
    expect(read('')).toEqual({ assignment: null, problems: [{ path: 'assignment', kind: 'unreadable' }] })
    expect(read('title:All of it')).toMatchObject({ assignment: null, problems: [{ kind: 'unreadable' }] })
  })

  it('keeps no more of a title than its longest', () => {
    const { title } = read(`max-epochs:9,title:${'🙂'.repeat(500)}`).assignment!
    expect(title).toBe('🙂'.repeat(LONGEST_TITLE))
    expect(assignmentText({ conditions: [], title })).toContain('title:%F0')
  })
})
