/** What the page says and shows of one run. */
import { counted, whole } from '../format.ts'

export const runDetails = {
  status: {
    idle: (parameters: string, samples: string) => ({
      title: 'Ready',
      text: `${counted(parameters, 'parameter')} for ${counted(samples, 'sample')}. The network is untrained.`,
    }),
    waiting: { title: 'Loading data', text: 'The run starts as soon as they are here.' },
    warming: {
      title: 'Warming up',
      text: 'The first run on a device takes about a second. Later runs start at once.',
    },
    running: (epoch: number) => ({ title: 'Training', text: `Epoch ${whole(epoch)} is done.` }),
    falling: 'The validation score still improves.',
    waitingFor: (wait: number) =>
      wait === 1
        ? '1 epoch without a better validation score.'
        : `${counted(wait, 'epoch')} without a better validation score.`,
    interrupted: (epoch: number) => ({
      title: `Interrupted at epoch ${whole(epoch)}`,
      text: 'The page was left while this run was training. It can go on from here, and ends as if nothing had happened.',
    }),
    goOn: 'Continue training',
    paused: (epoch: number) => ({
      title: `Paused at epoch ${whole(epoch)}`,
      text: 'Step trains one epoch; a changed control starts a new run.',
    }),
    completed: (epoch: number) => ({
      title: epoch === 1 ? 'The one epoch done' : `All ${whole(epoch)} epochs done`,
      text: '',
    }),
    earlyStopped: (epoch: number, patience: number) => ({
      title: `Stopped early at epoch ${whole(epoch)}`,
      text: `${counted(patience, 'epoch')} without a better score.`,
    }),
    stopped: (epoch: number) => ({
      title: `Stopped at epoch ${whole(epoch)}`,
      text: 'By hand; the curves stay.',
    }),
    restored: (best: number) => `The weights of epoch ${whole(best)} are back.`,
    notRestored: (best: number) => `Weights of the last epoch; the best was ${whole(best)}.`,
    diverged: (epoch: number) => `Diverged at epoch ${whole(epoch)}`,
    divergedText: (rate: string) =>
      `Loss became NaN or infinite. The learning rate ${rate} is probably too large. The curves up to there are kept.`,
    failed: {
      lost: (epoch: number) => ({
        title: `Broke off at epoch ${whole(epoch)}`,
        text: 'What trained it stopped twice within ten seconds. The curves are kept; run it again, or choose another engine.',
      }),
      engine: { title: 'No engine', text: 'The engine asked for cannot be started here.' },
      memory: { title: 'Out of memory', text: 'The device could not hold this network.' },
      data: { title: 'No data', text: 'The data could not be loaded.' },
      bug: { title: 'The run failed', text: 'This is an error of ours.' },
    },
    onEngine: (engine: string) => `Go on with ${engine}`,
    onAutomatic: 'Let the page choose the engine',
    numbers: {
      train: 'train loss',
      validation: 'val loss',
      gap: 'gap',
      /** Stands at the epoch whose weights the run was left with. */
      kept: 'kept',
      epochs: {
        now: (epoch: string) => `now, epoch ${epoch}`,
        last: (epoch: string) => `last, epoch ${epoch}`,
        best: (epoch: string) => `best, epoch ${epoch}`,
        both: (epoch: string) => `best and last, epoch ${epoch}`,
      },
    },
    comparison: (count: number) => `${counted(count, 'value')}, side by side`,
    patience: (wait: number, patience: number) => `patience used ${whole(wait)} of ${whole(patience)}`,
    patienceLabel: 'Patience used',
  },
  test: {
    title: 'Test set',
    sealed: (count: number) =>
      `${counted(count, 'sample')} that neither training nor stopping has seen. Open it once, at the end.`,
    notYet: 'It can be opened when the run has ended.',
    open: 'Open the test set',
    opening: 'Opening',
    loss: 'test loss',
    accuracy: 'test accuracy',
    r2: 'test R²',
    ofWeights: (epoch: number) => `of the weights of epoch ${whole(epoch)}.`,
    count: (times: number) =>
      times === 1
        ? 'Opened once on this page.'
        : `Opened ${times} times on this page: choosing by it makes it a validation set.`,
  },
  gradients: {
    title: 'Gradient by layer',
    unit: 'typical size, log scale',
    unitHint: 'Root mean square (RMS) of the gradient over all weights of a layer',
    label: (layers: number) =>
      `Root mean square of the gradient of each of ${counted(layers, 'layer')} over epochs, on a log scale`,
    layer: (number: number) => `layer ${number}`,
    spread: {
      title: 'Gradients of one epoch',
      of: (epoch: string, samples: string) => `epoch ${epoch}, ${counted(samples, 'sample')}`,
      summary: (layers: number) =>
        `Histogram of the gradients of each of ${counted(layers, 'layer')}, on one log scale`,
      inactive: (share: string) => `${share} silent`,
      zero: (share: string) => `${share} at 0`,
      zeroHead: 'exactly 0',
      inactiveHead: 'silent or saturated units',
    },
  },
  fit: {
    boundary: 'Boundary',
    surface: 'Predicted values',
    effects: 'Weight of each input',
    effectsLabel: 'What each input does to the output, and the true weights as rings',
    rings: (count: string) => `rings = the ${count} that matter`,
    silent: (count: string, of: string) => `${count} of ${counted(of, 'other')} below 0.01`,
    surfaceLabel: 'Predicted value over the plane with training and validation points',
    nothingYet: 'Nothing predicted yet',
    trueValue: 'true',
    predicted: 'predicted',
    agreement: 'Predicted against true values of the validation samples; what is right lies on the diagonal',
    curve: 'Fitted curve',
    predictions: 'Predictions',
    boundaryLabel: 'Decision boundary with training and validation points',
    curveLabel: 'Fitted curve with training and validation points',
    drawn: {
      train: (count: number, all: number) => `${whole(count)} of ${counted(all, 'training point')} drawn`,
      validation: (count: number, all: number) =>
        `${whole(count)} of ${counted(all, 'validation point')} drawn`,
    },
    hollow: 'hollow = validation',
    truth: 'dotted = without noise',
    flipped: 'ringed = label flipped',
    /** Of `all` wrong labels the first `asked` were looked at. */
    learnedByHeart: (count: number, asked: number, all: number) =>
      `Memorized ${whole(count)} of ${asked === all ? '' : `the first ${whole(asked)} of `}${counted(all, 'wrong label')}.`,
    best: (epoch: number) => `best ${whole(epoch)}`,
    last: (epoch: number) => `last ${whole(epoch)}`,
    which: 'Weights shown',
    right: (truth: string) => `${truth}, predicted rightly`,
    mistaken: (truth: string, predicted: string, sure: string) =>
      `${truth}, taken for ${predicted}, ${sure} sure`,
    plain: (truth: string) => truth,
  },
}
