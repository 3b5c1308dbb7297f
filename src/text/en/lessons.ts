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
        title: 'Adagrad’s shrinking step',
        claim:
          'Within 60 epochs Adagrad’s updates of the output layer fall below a quarter of the first epoch’s, SGD’s stay above a third; when its target moves, Adagrad needs more steps for a shorter way.',
      },
      rmsprop: {
        title: 'RMSProp forgets',
        claim:
          'At the same 0.03 Adagrad stays above a validation loss of 0.5 on the spiral and RMSProp gets below 0.05; after a target has moved it is there in less than half of Adagrad’s steps.',
      },
      adam: {
        title: 'Adam',
        claim:
          'Adam’s first step is as long as its rate whatever the gradient, RMSProp’s three times as long; from tiny weights, where SGD does not leave the saddle in 60 epochs, Adam gets 95 % right at a fifth of SGD’s rate.',
      },
      'optimizers-compared': {
        title: 'Optimizers side by side',
        claim:
          'All at 0.03, SGD and Adagrad stay above a validation loss of 0.5 while the other three get below 0.25; each at its own best rate, all five do.',
      },
      'cross-entropy': {
        title: 'From squared error to cross-entropy',
        claim:
          'At one learning rate cross-entropy learns more than 85 % of the training digits while squared error stays near guessing; at forty times the rate squared error learns them too.',
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
          'Build, compile, fit, evaluate, predict: the loss starts at about ln 10, 20 epochs learn 99 % of the training digits, and on test digits the network is right at least 88 % of the time, and less often than in training.',
      },
    } satisfies Record<LessonKey, { title: string; claim: string }> as Record<
      LessonKey,
      { title: string; claim: string }
    >,
  },
}
