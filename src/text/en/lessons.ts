import type { LessonKey } from '../../domain/link/lesson-keys.ts'

export const lessons = {
  lessons: {
    list: {
      'overfitting-over-time': {
        title: 'Overfitting over time',
        claim:
          'A network that trains for long goes on to learn the wrong labels too: training loss falls below the noise floor while validation loss more than doubles.',
      },
    } satisfies Record<LessonKey, { title: string; claim: string }> as Record<
      LessonKey,
      { title: string; claim: string }
    >,
  },
}
