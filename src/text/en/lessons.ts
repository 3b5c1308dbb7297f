import type { LessonKey } from '../../domain/link/lesson-keys.ts'

export const lessons = {
  lessons: {
    list: {
      'overfitting-over-time': {
        title: 'Overfitting over time',
        claim:
          'A network that trains for long goes on to learn the wrong labels too: training loss falls below the noise floor while validation loss more than doubles.',
      },
      'learning-rate': {
        title: 'Five shapes of the learning rate',
        claim:
          'The learning rate alone draws five shapes: 0.001 an almost straight line, 0.01 a curve that still falls at its end, 0.1 a deep fall, 1 a zigzag, and 5 a flat line at guessing.',
      },
      'batch-size': {
        title: 'Count updates, not epochs',
        claim:
          'Ten epochs in batches of 10 learn 300 digits, ten epochs in one batch of all 300 do not; after as many updates, the one batch has learned them as well.',
      },
      'sigmoid-to-relu': {
        title: 'From sigmoid to ReLU',
        claim:
          'In five sigmoid layers the first gets less than a thousandth of the last one’s gradient, and the network goes on guessing; with ReLU in their place it learns more than nine in ten of its training digits.',
      },
      'depth-gradients': {
        title: 'Vanishing and exploding gradients',
        claim:
          'Twenty layers raise a factor to the twentieth power: sigmoid leaves the first layer less than a hundred-millionth of the gradient, linear layers make it a hundred times too large and the run diverges, tanh hands it on and learns.',
      },
    } satisfies Record<LessonKey, { title: string; claim: string }> as Record<
      LessonKey,
      { title: string; claim: string }
    >,
  },
}
