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
        title: 'The spiral: wider or deeper',
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
        title: 'L1 or L2: five inputs of a hundred',
        claim:
          'Of the 95 inputs that do not matter L1 sets at least 60 weights to exactly 0, L2 none. The validation loss of L1 is at most a quarter of that of L2.',
      },
      l2: {
        title: 'L2, and how much of it',
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
          'From 30 to 3 000 training points the training loss at least doubles, the validation loss at least halves, and they meet near the noise floor.',
      },
      'wrong-labels': {
        title: 'Half of the labels wrong',
        claim:
          'With half of its labels wrong a network still reaches 100% on its training digits, and gets at least a third of new digits wrong.',
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
      'dead-relus': {
        title: 'Dead ReLUs',
        claim:
          'At a learning rate of 2 at least nine in ten ReLUs of each layer put out 0 for every digit and the loss stands at guessing; at 0.1 the same network learns, and Leaky ReLU at 2 diverges.',
      },
      'sgd-troubles': {
        title: 'What plain SGD cannot do',
        claim:
          'From weights of exactly 0 SGD never moves, from tiny ones it does not leave the saddle in 60 epochs, from usual ones the same network learns; on surfaces a shallow well keeps it, and a ravine throws it out at a rate of 0.6.',
      },
      momentum: {
        title: 'Momentum',
        claim:
          'At a rate of 0.03 SGD stays above a validation loss of 0.5 on the spiral while momentum of 0.9 gets below 0.25, as SGD does at ten times the rate; in the ravine momentum of 0.5 arrives at a rate that throws SGD out.',
      },
      adagrad: {
        title: 'Adagrad: a step for each weight',
        claim:
          'Within 60 epochs Adagrad’s updates of the output layer fall below a quarter of the first epoch’s, SGD’s stay above a third; when its target moves, Adagrad needs more steps for a shorter way.',
      },
      rmsprop: {
        title: 'From Adagrad to RMSProp',
        claim:
          'At the same 0.03 Adagrad stays above a validation loss of 0.5 on the spiral and RMSProp gets below 0.05; after a target has moved it is there in less than half of Adagrad’s steps.',
      },
      adam: {
        title: 'Adam',
        claim:
          'Adam’s first step is as long as its rate whatever the gradient, RMSProp’s three times as long; from tiny weights, where SGD does not leave the saddle in 60 epochs, Adam gets 95% right at a fifth of SGD’s rate.',
      },
      'optimizers-compared': {
        title: 'Optimizers side by side',
        claim:
          'All at 0.03, SGD and Adagrad stay above a validation loss of 0.5 while the other three get below 0.25; each at its own best rate, all five do.',
      },
      'cross-entropy': {
        title: 'From squared error to cross-entropy',
        claim:
          'At one learning rate cross-entropy learns more than 85% of the training digits while squared error stays near guessing; at forty times the rate squared error learns them too.',
      },
      'residual-blocks': {
        title: 'Deeper needs residual',
        claim:
          'Forty-one plain layers do not learn even the digits that they are trained on, which three layers learn; with skip connections forty-one layers learn them too.',
      },
      resnet: {
        title: 'From CNN to ResNet',
        claim:
          'Twenty-six plain convolutions guess on their own training digits, of which four convolutions learn more than nine in ten; with skip connections twenty-six learn as many.',
      },
      lstm: {
        title: 'From RNN to LSTM',
        claim:
          'Two marked numbers up to thirty steps back: the LSTM learns to add them to an error below 0.01, the simple recurrent network ends at least ten times above it.',
      },
      'keras-flow': {
        title: 'The Keras flow',
        claim:
          'Build, compile, fit, evaluate, predict: the loss starts at about ln 10, 20 epochs learn 99% of the training digits, and on test digits the network is right at least 88% of the time, and less often than in training.',
      },
      'u-curve': {
        title: 'Width, bias and variance',
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
          'Where labels are coin flips the best of twelve networks still gets at least 60% of 20 validation points right, and about 50% of the test points.',
      },
    } satisfies Record<LessonKey, { title: string; claim: string }> as Record<
      LessonKey,
      { title: string; claim: string }
    >,
  },
}
