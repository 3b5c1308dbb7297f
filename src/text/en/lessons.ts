import type { LessonKey } from '../../domain/link/lesson-keys.ts'

export const lessons = {
  lessons: {
    list: {
      diagnosis: {
        title: 'Underfitting or overfitting?',
        claim:
          'Two networks are wrong on three to five in ten new points, for opposite reasons: one fails on its own training points as well, the other has every one of them right.',
      },
      spiral: {
        title: 'A spiral needs depth',
        claim:
          'A straight line and one layer of 32 units fail on their own training points. Two layers of 32 end with at most a tenth of the loss of one layer of 512, which has more weights.',
      },
      'overfitting-over-time': {
        title: 'Overfitting over time',
        claim:
          'A network that trains for long goes on to learn the wrong labels too: training loss falls below the noise floor while validation loss more than doubles.',
      },
      'sealed-test': {
        title: 'Training, validation, sealed test',
        claim:
          'All 50 training digits are right, yet at least one new digit in ten is wrong. Validation foretells the test accuracy within 5 points, training does not.',
      },
      'early-stopping': {
        title: 'Stop in time',
        claim:
          'Early stopping ends within a third of the epochs, and the weights that it brings back have at most half of the test loss that the full run ends with.',
      },
      l1: {
        title: 'L1 finds five of a hundred',
        claim:
          'Of the 95 inputs that do not matter L1 sets at least 60 weights to exactly 0, L2 none. The validation loss of L1 is at most a quarter of that of L2.',
      },
      l2: {
        title: 'L2: a little, and too much',
        claim:
          'λ = 0.01 at least halves the last validation loss and keeps it near its minimum. λ = 0.1 leaves the network guessing, even on its training points.',
      },
      dropout: {
        title: 'Dropout',
        claim:
          'With dropout 0.5 the validation loss ends at two thirds or less, and the training loss higher. With 0.9 even training never gets below the noise floor.',
      },
      'more-data': {
        title: 'More data',
        claim:
          'From 30 to 3,000 training points the training loss at least doubles, the validation loss at least halves, and they meet near the noise floor.',
      },
      'wrong-labels': {
        title: 'Wrong labels learned by heart',
        claim:
          'With half of its labels wrong a network still reaches 100 % on its training digits, and gets at least a third of new digits wrong.',
      },
      'u-curve': {
        title: 'The U-curve',
        claim:
          'From 1 unit a layer to 64 the training loss falls to a third or less. The validation loss is lowest in between: at both ends it is at least 1.5 times as high.',
      },
      'double-descent': {
        title: 'Double descent',
        claim:
          'Trained on more and more samples, a linear model of 100 inputs first gets better, then at 100 samples at least twice as bad, the worst of all, and with 400 at least twice as good as before the peak.',
      },
      'picking-the-best': {
        title: 'Picking the best of twelve',
        claim:
          'Where labels are coin flips the best of twelve networks still gets at least 60 % of 20 validation points right, and about 50 % of the test points.',
      },
    } satisfies Record<LessonKey, { title: string; claim: string }> as Record<
      LessonKey,
      { title: string; claim: string }
    >,
  },
}
