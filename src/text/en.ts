/** English, and the shape every language has: a missing key does not compile. */
import type { DownloadProblem } from '../domain/data/source-key.ts'
import type { DataSetKey, ModelKind } from '../domain/experiment/experiment.ts'
import type { PresetKey } from '../domain/experiment/presets.ts'
import type { EngineName, EnginePreference } from '../domain/run/engines.ts'
import { DEEPEST, type ImportProblem, LARGEST_FILE, LARGEST_WEIGHTS } from '../domain/run/record-problem.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { ReadySweepKey } from '../domain/sweep/ready-sweeps.ts'
import { bytes, loss, percent, ratio, settingNumber, whole } from './format.ts'
import { optimizerNames } from './names.ts'

export const en = {
  name: 'Fitting Room',
  tagline: 'See a network fit, fit too well, or not fit.',
  language: 'Language',
  theme: { toDark: 'Dark theme', toLight: 'Light theme' },
  dismiss: 'Dismiss',
  /** Between two sentences. */
  gap: ' ',

  presets: {
    label: 'Scene',
    names: {
      overfitting: 'Overfitting moons',
      'early-stopping': 'Early stopping',
      underfitting: 'Underfitting a spiral',
      wiggle: 'Sine from 12 points',
      'keras-mnist': 'Keras MNIST example',
      'tuned-optimizers': 'Optimizer race',
      'optimizer-race': 'Optimizer race, one rate',
      'more-data': 'More data',
      sparsity: 'L1 finds five of a hundred',
      'vanishing-gradients': 'Vanishing gradients',
      'residual-blocks': 'Forty layers, plain or residual',
      convolutions: 'Convolutions',
      degradation: 'Deep CNN, plain or residual',
      'long-memory': 'Long memory: RNN, LSTM, GRU',
      playground: 'Playground circle',
    } satisfies Record<PresetKey, string> as Record<PresetKey, string>,
    free: 'Free experiment',
  },

  controls: {
    run: 'Run',
    pause: 'Pause',
    resume: 'Resume',
    warming: 'Warming up',
    loading: 'Loading data',
    step: 'Step',
    stop: 'Stop',
    reset: 'Reset',
    space: 'space',
    group: 'Training',
    stepHint: 'Train one epoch (S)',
    stopHint: 'End the run; its curves stay',
    resetHint: 'Back to the same initial weights (R)',
  },

  progress: {
    label: 'Training progress',
    short: 'epochs',
    rate: (perSecond: string) => `${perSecond} epochs/s`,
    rateShort: (perSecond: string) => `${perSecond}/s`,
    pace: 'Speed',
    paceHint: 'How fast a run may go: slower, to watch the curve being drawn',
    fullPace: 'Full speed',
    fullShort: 'Full',
    atMost: (perSecond: string) => `At most ${perSecond} epochs/s`,
    left: (time: string) => `${time} left`,
    engine: 'Engine',
    engineHint: 'What does the arithmetic; a choice holds from the next run on',
    trainedOn: {
      wasm: 'Trained on the processor (WASM)',
      webgl: 'Trained on the graphics card (WebGL)',
      cpu: 'Trained on the processor (JavaScript)',
    } satisfies Record<EngineName, string>,
    engineOn: (engine: string, device: string) => `${engine} (${device})`,
    engines: { auto: 'Automatic', wasm: 'WASM', webgl: 'WebGL', cpu: 'CPU' } satisfies Record<
      EnginePreference,
      string
    >,
    /** `WASM 4,900` and so on, the fastest first. */
    measured: ([first = '', ...others]: readonly string[]) =>
      `Measured here: ${[`${first} epochs/s`, ...others].join(' · ')}`,
    automatic: (engine: string) => `Automatic: ${engine}`,
  },

  share: {
    label: 'Share',
    copied: 'Link copied',
    hint: 'A link to this experiment, alone or with its runs',
    failed: 'The browser does not lend its clipboard: copy it from here.',
    title: 'Share a link',
    close: 'Close',
    copy: 'Copy link',
    experiment: 'The experiment',
    experimentHint: 'Settings and seeds. Whoever opens it presses Run and gets the same curves.',
    withRuns: (runs: number) =>
      runs === 0
        ? 'The experiment with its finished runs'
        : `The experiment with its ${runs === 1 ? 'finished run' : `${whole(runs)} finished runs`}`,
    withRunsHint: 'Also the curves on the charts and what the networks learned; nothing has to be trained.',
    withoutWeightsHint:
      'Also the curves on the charts. What the networks learned is too much for a link: whoever opens it trains them again to see it. A file (Export) holds everything.',
    noRuns: 'No run on the charts has finished.',
    length: (characters: string) => `${characters} characters.`,
    long: 'Some mail and chat programs cut links this long; a file (Export) is safe.',
    tooLong: 'Too long for a link: save the runs as JSON (Export).',
    /** Of a run that was opened. */
    noWeights: 'This run came without its weights: there were too many for a link.',
    bringWeights: 'Train it again here',
  },

  panels: {
    data: 'Data',
    model: 'Model',
    regularization: 'Regularize',
    optimizer: 'Optimizer',
    stopping: 'Stop',
  },
  panelTitles: {
    data: 'Data',
    model: 'Model',
    regularization: 'Regularization',
    optimizer: 'Optimizer',
    stopping: 'Stopping',
  },
  settings: 'Settings',

  settingNames: {
    data: 'Data set',
    train: 'Train samples',
    validation: 'Validation',
    test: 'Test',
    noise: 'Noise',
    'label-noise': 'Label noise',
    'label-noise-in': 'Label noise in',
    length: 'Length',
    features: 'Features',
    degree: 'Degree',
    standardize: 'Standardize',
    points: 'Points',
    rows: 'Table',
    model: 'Model',
    blocks: 'Convolutions',
    kernel: 'Kernel size',
    layers: 'Layers',
    activation: 'Activation',
    init: 'Initializer',
    dropout: 'Dropout',
    l1: 'L1',
    l2: 'L2',
    proximal: 'Exact zeros (L1)',
    loss: 'Loss',
    optimizer: 'Optimizer',
    lr: 'Learning rate',
    momentum: 'Momentum',
    rho: 'ρ',
    beta1: 'β₁',
    beta2: 'β₂',
    epsilon: 'ε',
    accumulator: 'Start of the sum',
    'weight-decay': 'Weight decay',
    'clip-norm': 'Clip norm',
    schedule: 'Schedule',
    'decay-rate': 'Decay factor',
    'decay-every': 'Decay every',
    batch: 'Batch size',
    epochs: 'Max epochs',
    shuffle: 'Shuffle each epoch',
    patience: 'Patience',
    monitor: 'Monitor',
    'min-delta': 'Min delta',
    'restore-best': 'Keep the best weights',
    'start-from': 'Start from epoch',
    'seed-data': 'Data seed',
    'seed-weights': 'Weights seed',
    'seed-training': 'Training seed',
  } satisfies Record<SettingKey, string> as Record<SettingKey, string>,
  /** What a name alone does not say, with the field's own word for it. */
  settingHints: {
    accumulator:
      'Adagrad divides by the root of a sum of squared gradients. The sum starts here (initial accumulator value).',
  } as Partial<Record<SettingKey, string>>,
  /** Back to the baseline's value of one control. */
  undo: (control: string) => `Undo ${control}`,
  newSeed: 'new seed',
  typed: {
    none: 'This is no number.',
    whole: 'Whole numbers only.',
    ambiguous: (one: number, other: number) => `This can be ${one} or ${other}. Write it as one of these.`,
    range: (low: string, high: string) => `From ${low} to ${high}.`,
  },
  decrease: (control: string) => `Less ${control}`,
  increase: (control: string) => `More ${control}`,
  advanced: 'More settings',
  earlyStopping: 'early stopping',
  clip: 'Clip gradients',

  sets: {
    circle: 'Circle',
    xor: 'XOR',
    gauss: 'Two clouds',
    spiral: 'Spiral',
    moons: 'Two moons',
    drawn: 'Drawn points',
    plane: 'Plane (regression)',
    bumps: 'Hills (regression)',
    sine: 'Sine (regression)',
    'sparse-linear': 'Sparse linear (regression)',
    digits: 'MNIST digits',
    fashion: 'Fashion-MNIST',
    'digits-8x8': 'Digits 8 × 8',
    'breast-cancer': 'Breast cancer',
    wine: 'Wine',
    penguins: 'Penguins',
    diabetes: 'Diabetes (regression)',
    rows: 'Your table',
    'first-token': 'First symbol',
    adding: 'Adding problem (regression)',
    sunspots: 'Sunspots (regression)',
  } satisfies Record<DataSetKey, string> as Record<DataSetKey, string>,
  parts: { train: 'train', validation: 'validation', test: 'test' },
  noiseIn: { train: 'train only', all: 'all parts' },
  activations: {
    linear: 'Linear',
    sigmoid: 'Sigmoid',
    tanh: 'tanh',
    relu: 'ReLU',
    'leaky-relu': 'Leaky ReLU',
    elu: 'ELU',
    gelu: 'GELU',
  },
  modelKinds: {
    mlp: 'Dense',
    'residual-mlp': 'Dense, residual',
    cnn: 'CNN',
    'residual-cnn': 'CNN, residual',
    rnn: 'RNN',
    lstm: 'LSTM',
    gru: 'GRU',
  } satisfies Record<ModelKind, string> as Record<ModelKind, string>,
  initializers: {
    'glorot-uniform': 'Glorot uniform',
    'glorot-normal': 'Glorot normal',
    'he-uniform': 'He uniform',
    'he-normal': 'He normal',
    'lecun-normal': 'LeCun normal',
    'small-uniform': 'Small uniform',
    zeros: 'Zeros',
  },
  losses: { 'cross-entropy': 'Cross-entropy', mse: 'Mean squared error' },
  optimizers: optimizerNames,
  schedules: { constant: 'Constant', step: 'Step', exponential: 'Exponential', cosine: 'Cosine' },
  monitors: { 'validation-loss': 'Validation loss', 'validation-accuracy': 'Validation accuracy' },

  data: {
    retry: 'Try again',
    floor: (level: string) => `No model can get below ${level}.`,
  },

  model: {
    input: 'input',
    output: 'output',
    inputs: (count: number) => (count === 1 ? '1 feature' : `${whole(count)} features`),
    pixels: (width: number, height: number) => `${width} × ${height} pixels`,
    steps: (steps: number, features: number) =>
      features === 1 ? `${whole(steps)} steps` : `${whole(steps)} steps × ${whole(features)}`,
    /** Weight layers: convolutions, dense layers and the output. */
    depth: 'Depth',
    filters: (block: number) => `Filters of block ${block}`,
    convolutions: (block: number) => `Convolutions in block ${block}`,
    poolOf: (block: number) => `Pooling after block ${block}`,
    noPool: 'no pooling',
    pool: (side: number) => `max pool ${side} × ${side}`,
    removeBlock: (block: number) => `Remove block ${block}`,
    addBlock: 'Add block',
    flatten: (numbers: string) => `flat: ${numbers}`,
    layersLike: (layer: number) => `Layers like layer ${layer}`,
    gated: 'tanh, sigmoid gates',
    units: (layer: number) => `Units of layer ${layer}`,
    activationOf: (layer: number) => `Activation of layer ${layer}`,
    remove: (layer: number) => `Remove layer ${layer}`,
    add: 'Add layer',
    heads: { sigmoid: '1 sigmoid', linear: '1 linear', softmax: (classes: number) => `${classes} softmax` },
    /** Figures at the even places are printed bold. */
    ratio: (parameters: string, samples: string): readonly string[] => [
      parameters,
      ' parameters for ',
      samples,
      ' samples',
    ],
    inherited: (activation: string) => `${activation} (all)`,
  },

  foot: {
    next: 'Next run',
    same: 'same as the scene',
    from: 'Settings of',
    sameAsRun: 'the same again',
    resetAll: 'Reset all',
    comparison: (count: number) => `${count} runs`,
  },
  comparison: {
    none: 'One setting in several values',
    title: (control: string, count: number) => `${control}: ${count} values`,
    clear: 'One run only',
  },

  stage: {
    title: 'Charts',
    smoothing: 'Smoothing',
    scale: 'Loss axis',
    linear: 'Linear',
    log: 'Log',
    logScale: 'log scale',
    empty: 'No runs yet',
    emptyHint: 'Press Run, or the space bar',
    xUnits: { epochs: 'epoch', updates: 'update', seconds: 's' },
    xUnitLabel: 'Horizontal axis',
    xUnitNames: { epochs: 'Epochs', updates: 'Updates', seconds: 'Seconds of training' },
    moreRuns: (runs: number) => `and ${whole(runs)} more`,
    lower: 'Lower chart',
    oneByOne: 'One by one',
    lossOneByOne: 'Loss, one by one',
    updatePill: (update: string) => `update ${update}`,
    secondsPill: (seconds: string) => `${seconds} s`,
    bestAt: (value: string, at: string) => `best ${value} at ${at}`,
    epochPill: (epoch: number) => `epoch ${whole(epoch)}`,
    best: (epoch: number) => `best ${whole(epoch)}`,
    ends: {
      completed: (epoch: number) => `end ${whole(epoch)}`,
      'early-stopped': (epoch: number) => `stopped ${whole(epoch)}`,
      stopped: (epoch: number) => `stopped ${whole(epoch)}`,
      diverged: (epoch: number) => `diverged ${whole(epoch)}`,
      failed: (epoch: number) => `lost ${whole(epoch)}`,
    },
    patience: (epochs: number) => `(patience ${whole(epochs)})`,
    byHand: '(by hand)',
    gap: (value: number) => `gap ${ratio(value)}`,
    smoothed: (smoothed: string, raw: string) => `smoothed ${smoothed}, raw ${raw}`,
    leftOut: (limit: string) => `below ${limit}: off the axis`,
    loss: 'Loss',
    accuracy: 'Accuracy',
    r2: 'R²',
    noR2: 'none for validation: its numbers do not vary',
    lossUnits: { sigmoid: 'binary cross-entropy', softmax: 'cross-entropy', mse: 'mean squared error' },
    ofValidation: 'of each part',
    floor: (level: number) => `noise floor ${loss(level)}`,
    floorHint: 'No model can get below it on average: so much of the data is noise.',
    oneAnswer: (level: string) => `always the same answer ${level}`,
    oneAnswerShort: (level: string) => `same answer ${level}`,
    oneAnswerHint:
      'The best that one answer to every sample can do, without a look at the inputs: the class shares, or the mean, of the training samples, judged on the validation samples. A model that has learned something does better.',
    lossSummary: (train: string, validation: string, epoch: number) =>
      `Loss over epochs. At epoch ${epoch} training loss is ${train} and validation loss ${validation}.`,
    qualitySummary: (measure: string, train: string, validation: string, epoch: number) =>
      `${measure} over epochs. At epoch ${epoch} training is ${train} and validation ${validation}.`,
    overlaySummary: (measure: string, names: string) => `${measure} of several runs: ${names}.`,
    emptySummary: (measure: string) => `${measure} over epochs. Nothing trained yet.`,
  },

  runs: {
    title: 'Runs',
    difference: 'difference from the scene',
    curve: 'val loss',
    best: 'best val',
    at: 'at epoch',
    test: 'test',
    gap: 'gap',
    epochs: 'epochs',
    time: 'time',
    focus: (name: string) => `Look at ${name}`,
    show: (name: string) => `Show ${name}`,
    hide: (name: string) => `Hide ${name}`,
    remove: (name: string) => `Remove ${name}`,
    group: (scene: string, data: string) => `${scene} · ${data}`,
    count: (runs: number) => (runs === 1 ? '1 run' : `${whole(runs)} runs`),
    removeGroup: (name: string, runs: number) =>
      runs === 1 ? `Remove the run of ${name}` : `Remove all ${whole(runs)} runs of ${name}`,
    sealed: 'sealed',
    none: 'none',
    same: (scene: string) => scene,
  },

  status: {
    idle: (parameters: string, samples: string) => ({
      title: 'Ready',
      text: `${parameters} parameters for ${samples} samples. The network is untrained.`,
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
        : `${whole(wait)} epochs without a better validation score.`,
    interrupted: (epoch: number) => ({
      title: `Interrupted at epoch ${whole(epoch)}`,
      text: 'The page was left while this run was training. It can go on from here, and ends as if nothing had happened.',
    }),
    goOn: 'Continue training',
    paused: (epoch: number) => ({
      title: `Paused at epoch ${whole(epoch)}`,
      text: 'Step trains one epoch; a changed control starts a new run.',
    }),
    completed: (epoch: number) => ({ title: `All ${whole(epoch)} epochs done`, text: '' }),
    earlyStopped: (epoch: number, patience: number) => ({
      title: `Stopped early at epoch ${whole(epoch)}`,
      text: `${patience === 1 ? '1 epoch' : `${whole(patience)} epochs`} without a better score.`,
    }),
    stopped: (epoch: number) => ({
      title: `Stopped at epoch ${whole(epoch)}`,
      text: 'By hand; the curves stay.',
    }),
    restored: (best: number) => `The weights of epoch ${whole(best)} are back.`,
    notRestored: (best: number) => `The best epoch was ${whole(best)}; these are the weights of the last.`,
    diverged: (epoch: number) => `Diverged at epoch ${whole(epoch)}`,
    divergedText: (rate: string) =>
      `Loss became NaN or infinite. The learning rate ${rate} is probably too large. The curves up to there are kept.`,
    tryRate: (rate: string) => `Try ${rate}`,
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
      epochs: {
        now: (epoch: string) => `now, epoch ${epoch}`,
        last: (epoch: string) => `last, epoch ${epoch}`,
        best: (epoch: string) => `best, epoch ${epoch}`,
        both: (epoch: string) => `best and last, epoch ${epoch}`,
      },
    },
    comparison: (count: number) => `${count} values, side by side`,
    patience: (wait: number, patience: number) => `patience used ${whole(wait)} of ${whole(patience)}`,
    patienceLabel: 'Patience used',
  },

  test: {
    title: 'Test set',
    sealed: (count: number) =>
      `${whole(count)} samples that neither training nor stopping has seen. Open it once, at the end.`,
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
      `Root mean square of the gradient of each of ${whole(layers)} layers over epochs, on a log scale`,
    layer: (number: number) => `layer ${number}`,
  },

  fit: {
    boundary: 'Boundary',
    surface: 'Predicted values',
    effects: 'Weight of each input',
    effectsLabel: 'What each input does to the output, and the true weights as rings',
    rings: (count: string) => `rings = the ${count} that matter`,
    silent: (count: string, of: string) => `${count} of ${of} others below 0.01`,
    surfaceLabel: 'Predicted value over the plane with training and validation points',
    confusion: 'Validation samples by true class and by predicted class',
    truthRows: 'true',
    takenFor: 'taken for',
    wrongSamples: (wrong: number, total: number, all: number) =>
      `${whole(wrong)} of ${total === all ? whole(all) : `the first ${whole(total)} of ${whole(all)}`} validation samples wrong`,
    /** Of a part whose samples are not all shown. */
    shown: (count: number, all: number) => `the first ${whole(count)} of ${whole(all)} validation samples`,
    nothingYet: 'Nothing predicted yet',
    trueValue: 'true',
    predicted: 'predicted',
    agreement: 'Predicted against true values of the validation samples; what is right lies on the diagonal',
    curve: 'Fitted curve',
    predictions: 'Predictions',
    boundaryLabel: 'Decision boundary with training and validation points',
    curveLabel: 'Fitted curve with training and validation points',
    drawn: {
      train: (count: number, all: number) => `${whole(count)} of ${whole(all)} training points drawn`,
      validation: (count: number, all: number) => `${whole(count)} of ${whole(all)} validation points drawn`,
    },
    hollow: 'hollow = validation',
    truth: 'dotted = without noise',
    flipped: 'ringed = label flipped',
    best: (epoch: number) => `best ${whole(epoch)}`,
    last: (epoch: number) => `last ${whole(epoch)}`,
    which: 'Weights shown',
    wrong: (wrong: number, total: number, all: number) =>
      `${whole(wrong)} of ${total === all ? whole(all) : `the first ${whole(total)} of ${whole(all)}`} validation images wrong`,
    untrained: 'Samples of the training part',
    right: (truth: string) => `${truth}, predicted rightly`,
    mistaken: (truth: string, predicted: string, sure: string) =>
      `${truth}, taken for ${predicted}, ${sure} sure`,
    plain: (truth: string) => truth,
  },

  notices: {
    link: 'Part of the link could not be used; defaults stand in for it:',
    unavailable: (from: string, to: string) =>
      `${from} cannot be used here, so training runs on ${to}. Results are the same to rounding.`,
    noSimd: (to: string) =>
      `This browser has no WebAssembly SIMD, so training runs on ${to}. Results are the same to rounding, only slower.`,
    lost: (to: string) =>
      `The graphics device stopped. Training goes on with ${to} from the last checkpoint.`,
    noEngine:
      'Nothing can be trained here: the browser does not start this page’s background workers. Reload the page. If that does not help, allow workers for this page in your content blocker or privacy settings, or open it in another browser.',
    lazyPart: 'not in this version yet',
  },

  /** What is wrong with a value; `text/problems.ts` picks the sentence. */
  problems: {
    unknownKey: 'is not a setting',
    missing: 'is missing',
    wrongType: (received: string) => `cannot be “${received}”`,
    notOneOf: (received: string, choices: string) => `“${received}” is none of ${choices}`,
    tooSmall: (received: string, limit: number) => `${received} is below the least, ${settingNumber(limit)}`,
    tooLarge: (received: string, limit: number) => `${received} is above the most, ${settingNumber(limit)}`,
    notWhole: (received: string) => `${received} is not a whole number`,
    lossNeedsClasses: (set: string) => `cross-entropy needs classes, and ${set} has numbers`,
    monitorNeedsClasses: (set: string) => `accuracy needs classes, and ${set} has numbers`,
    tooFewSamples: (available: number, left: number) =>
      `of ${whole(available)} samples at most ${whole(left)} are left for this part`,
    tooMuchMemory: (needed: number, budget: number) =>
      `this network needs ${bytes(needed)} to train; this device lends ${bytes(budget)}`,
    modelNeedsImages: (set: string) => `convolutions look at images, and ${set} has none`,
    modelNeedsSequences: (set: string) => `recurrent networks read sequences, and ${set} has none`,
    activationNotHere: (model: string, choices: string) => `${model} goes with ${choices} only`,
    pooledAway: (block: number, height: number, width: number) =>
      `block ${block} cannot pool what is left, ${height} × ${width}; pool less, or before fewer blocks`,
    layersMissing: (model: string) => `${model} needs at least one layer`,
    pointsMissing: (points: number, classes: number) =>
      classes < 2 && points > 0
        ? `all ${whole(points)} points are of one class; draw some of the other`
        : 'draw at least three points, of both classes',
    pointsNotDrawn: (set: string) => `drawn points go with data=drawn, and the data are “${set}”`,
    tableGone: 'the table is not on this page; open its file again',
    tableShape: 'a table is inputs, rows of numbers, and targets, one for each row',
    tableEmpty: 'the table has no rows or no columns of numbers',
    tableTooFew: (rows: number) => `${rows} rows are too few; each part needs one, so at least 3`,
    tableRagged: (row: number, found: number, expected: number) =>
      `row ${whole(row)} has ${found} values, not ${expected}`,
    tableValue: (row: number, column: number, received: string) =>
      `row ${whole(row)}, column ${column}: “${received}” is no number`,
    tableTarget: (row: number, received: string) =>
      `row ${whole(row)}: the target “${received}” is no number`,
    tableTargets: (row: number, found: number) =>
      `row ${whole(row)} has ${found === 0 ? 'no target' : `${found} targets`}; each row has one, a number or the name of a class`,
    tableCounts: (inputs: number, targets: number) =>
      `${whole(inputs)} rows of inputs and ${whole(targets)} targets do not go together`,
    tableOneClass: (name: string) => `every row is of the class “${name}”; there is nothing to tell apart`,
    tableManyClasses: (classes: number, rows: number) =>
      `${whole(classes)} classes in ${whole(rows)} rows leave nothing to learn from; choose another target, or take it for a number`,
    tableConstant: (column: string) => `the column “${column}” is the same in every row; leave it out`,
    tableTooLarge: (rows: number, columns: number) =>
      `${whole(rows)} rows × ${whole(columns)} columns are more than 50,000 × 200; take a part of them`,
    tablePart: (row: number, received: string) =>
      `row ${whole(row)}: the part “${received}” is none of train, validation, test`,
    tablePartEmpty: (part: string) => `no row belongs to the part “${part}”`,
    unreadable: 'cannot be read',
  },

  compare: {
    none: 'the same experiment twice',
    only: (difference: string) => `only: ${difference}`,
    several: (count: number, differences: string) =>
      `${count} settings differ: ${differences}, so the cause cannot be told`,
    and: ', ',
    fork: (name: string) => `Fork ${name}: the controls go back to its settings, data and seeds`,
    pin: (name: string) => `Pin ${name}`,
    unpin: (name: string) => `Unpin ${name}`,
    rename: (name: string) => `Rename ${name}`,
    newName: 'Name of the run',
    imported: 'imported',
    removed: (name: string) => `${name} was removed.`,
    removedSeveral: (count: number) => `${whole(count)} runs were removed.`,
    bringBack: 'Undo',
    atBest: 'At the best epoch',
    atLast: 'At the last epoch',
    values: 'Values of',
    best: 'best',
    last: 'last',
    train: 'train',
    validation: 'val',
    engine: 'engine',
    whatIf: 'What if it had stopped earlier?',
    check: 'Check by running again',
    checking: (epoch: number) => `Running again, epoch ${whole(epoch)}`,
    exact: (epochs: number) =>
      `Reproduced exactly: all ${whole(epochs)} epochs are the same to the last bit.`,
    differs: (epoch: number) => `Not reproduced: epoch ${whole(epoch)} is the first that differs.`,
    rounded: (largest: string, epoch: number) =>
      `Another engine made it, which rounds in its own way: losses differ by at most ${largest}, at epoch ${whole(epoch)}.`,
    notChecked: 'It could not be run again here.',
    wouldStop: (epoch: number) => `would stop ${whole(epoch)}`,
    whatIfStop: (stop: number, best: number) =>
      `Stops at epoch ${whole(stop)} and gives back the weights of epoch ${whole(best)}.`,
    whatIfNever: (best: number) =>
      best === 0
        ? 'Does not stop before the end of the run.'
        : `Does not stop before the end of the run; the best is epoch ${whole(best)}.`,
    whatIfFree: (saved: number) => `No later epoch was better; ${whole(saved)} epochs saved.`,
    whatIfCost: (cost: string, saved: number) =>
      `Validation loss ${cost} above the lowest of the run; ${whole(saved)} epochs saved.`,
  },
  take: {
    title: 'Export',
    svg: 'The curves as a picture (SVG)',
    png: 'The curves as a picture (PNG)',
    runJson: 'This run (JSON, can be opened again)',
    runsJson: 'All runs (JSON, can be opened again)',
    keras: 'The experiment as a Keras program (Python)',
    tableMarkdown: 'Run table (Markdown)',
    tableCsv: 'Run table (CSV)',
    tableLatex: 'Run table (LaTeX)',
    columns: {
      name: 'run',
      bestLoss: 'best validation loss',
      bestEpoch: 'best epoch',
      train: 'final train loss',
      validation: 'final validation loss',
      gap: 'final gap',
      test: 'test accuracy, or loss of numbers',
      epochs: 'epochs',
      seconds: 'seconds',
      engine: 'engine',
    },
    storage: {
      full: 'The browser has no room left: new runs last only as long as this page.',
      forbidden: 'The browser does not let this page keep anything: runs last only as long as it is open.',
    },
  },
  ownData: {
    choose: 'Choose a file',
    change: 'Change the table',
    paste: 'Paste a table',
    pasteHint: 'Paste rows copied from a spreadsheet here',
    invite: 'A CSV or TSV file: one row a sample. It stays on this machine.',
    read: 'Read it',
    drop: 'Drop the file to read it',
    title: 'Your table',
    reading: (share: number) => `Reading, ${percent(share, 0)}`,
    cancel: 'Cancel',
    use: 'Use this table',
    size: (rows: number, columns: number) => `${whole(rows)} rows, ${whole(columns)} columns`,
    about: (rows: number, inputs: number, target: string) =>
      `${whole(rows)} rows, ${whole(inputs)} inputs, predicts “${target}”`,
    classes: (names: string) => `Classes: ${names}`,
    numbers: 'Numbers',
    decisions: 'How the file was read',
    delimiter: 'Between the values',
    delimiters: {
      ',': 'comma ,',
      '\t': 'tab',
      ';': 'semicolon ;',
      '|': 'bar |',
      '，': 'full-width comma ，',
      '；': 'full-width semicolon ；',
      ' ': 'spaces',
    },
    decimal: 'Decimal mark',
    decimals: { point: 'point 1.5', comma: 'comma 1,5', both: 'both, by column', none: 'none seen' },
    find: 'find it',
    asFound: (what: string) => `${what} (found)`,
    header: 'First row',
    headers: { names: 'column names', row: 'a row of values' },
    comments: 'Lines with #, % or //',
    commentChoices: { out: 'left out', rows: 'read as rows' },
    choose1: 'choose …',
    headerAsked: 'Nothing in the file says whether its first row holds names. Choose above.',
    asked: (columns: readonly string[]) =>
      `Choose in the table how ${columns.map((name) => `“${name}”`).join(', ')} ${columns.length === 1 ? 'is' : 'are'} meant.`,
    skipOdd: (count: number) =>
      count === 1 ? 'Leave that line out' : `Leave these ${whole(count)} lines out`,
    target: 'Predict',
    task: 'As',
    tasks: { classes: 'classes', regression: 'a number' },
    part: 'Part named by',
    lacksValidation:
      'This column knows training and test rows only. The test rows stay the test part; every fifth training row becomes the validation part.',
    held: (rows: number) =>
      `${whole(rows)} of the training rows ${rows === 1 ? 'is' : 'are'} the validation part, which the table does not name; its test rows are as they were.`,
    noPart: 'none: split by chance',
    missing: 'Missing values',
    missingChoices: { drop: 'leave the rows out', fill: 'fill in' },
    fillHint:
      'Numbers get the mean, categories the most frequent value: of the training rows where a column names the parts, else of all rows, which lets training see a little of the other parts.',
    dropHint: 'Rows without a value in a chosen column are left out; rows without a target always are.',
    column: 'Column',
    kind: 'Kind',
    gaps: 'Missing',
    firstRows: 'First values',
    kinds: {
      number: 'number',
      category: 'category, one column a value',
      text: 'text of many values, not used',
      constant: 'always the same, not used',
      empty: 'empty, not used',
      date: 'date, not used unless chosen',
      time: 'time of day, not used unless chosen',
      id: 'names the rows, not used unless chosen',
    },
    idText: 'names the rows, not used',
    textOf: (values: number) => `text of ${whole(values)} values, not used`,
    uses: {
      number: 'number',
      category: 'category, one column a value',
      days: 'date: days since the first',
      'date-parts': 'date: year, month, weekday, hour',
      hours: 'time: hours of the day',
    },
    partColumn: 'names the parts',
    reads: (text: string) => `“${text}” is`,
    how: 'How the column is read',
    readings: {
      point: (value: string) => `${value} (point for decimals)`,
      comma: (value: string) => `${value} (comma for decimals)`,
      'day-first': (value: string) => `${value} (day first)`,
      'month-first': (value: string) => `${value} (month first)`,
      share: (value: string) => `${value} (a share of 1)`,
      number: (value: string) => `${value} (as the others)`,
    },
    readAs: (text: string, value: string) => `${text} is ${value}`,
    units: (units: string) => `without ${units}`,
    percentUnit: '40% is 0.4',
    mixedUnits: (units: string) => `mixed units: ${units}`,
    code: 'digits that are a code',
    lines: (count: number, lines: string) => `${whole(count)} (line ${lines}${count > 5 ? ' …' : ''})`,
    odd: (column: string, line: number, text: string) =>
      `Line ${whole(line)}, “${column}”: “${text}” is no number and counts as missing.`,
    notices: {
      'no-header': 'No names in the first line: the columns are called x1, x2 and so on.',
      'duplicate-name': (name: string, renamed: string) =>
        `A second column “${name}” is called “${renamed}”.`,
      'unnamed-column': (column: number, named: string) =>
        `Column ${column} has no name; it is called “${named}”.`,
      'row-names':
        'The first line has one name fewer than the rows have values: the first value of each names the row.',
      'names-in-comment': (line: number) =>
        `The comment in line ${whole(line)} holds the names of the columns.`,
      comments: (mark: string, lines: string, count: number) =>
        `${count === 1 ? 'The line that begins' : `The ${whole(count)} lines that begin`} with ${mark} ${count === 1 ? 'is' : 'are'} left out (line ${lines}).`,
      above: (lines: string, count: number) =>
        `${count === 1 ? 'A line' : 'Lines'} above the table ${count === 1 ? 'is' : 'are'} left out (line ${lines}).`,
      skipped: (lines: string, count: number) =>
        `${count === 1 ? 'A line that has' : `${whole(count)} lines that have`} another number of values ${count === 1 ? 'is' : 'are'} left out (line ${lines}).`,
      'full-width': (mark: string) => `The values are separated by full-width marks (${mark}).`,
      encoding: (encoding: string) =>
        `The text is no UTF-8 and was read as ${encoding}. If words look wrong, save the file as UTF-8.`,
    },
    files: {
      empty: 'The file is empty. Choose one with a line of names and a row for each sample.',
      headerOnly: 'The file has one line and no rows of data. Add the samples below it.',
      spreadsheet: 'This is a spreadsheet file. Save it as CSV there and choose that.',
      binary: 'This is no text file. Choose a CSV or TSV file.',
      tooLarge: (size: string) => `The file has ${size}; at most 268 MB can be read. Take a part of it.`,
      rows: (most: number) => `The file has more than ${whole(most)} rows. Take a part of them.`,
      columns: (count: number, most: number) =>
        `The file has ${whole(count)} columns, more than ${whole(most)}. Take a part of them.`,
      oneColumn:
        'Only one column was found. A table needs a target and an input, separated by commas, semicolons or tabs.',
      oneColumnFullWidth: (mark: string) =>
        `Only one column was found. The file holds full-width marks (${mark}): separate all values by the same mark, by “,” or by “${mark}”.`,
      ragged: (line: number, found: number, expected: number) =>
        `Line ${whole(line)} has ${whole(found)} ${found === 1 ? 'value' : 'values'} where the other lines have ${whole(expected)}. Mend that line.`,
      raggedLines: (lines: string, count: number, expected: number) =>
        `${whole(count)} lines have another number of values than the ${whole(expected)} of the other lines: line ${lines}. Mend them.`,
      fullWidth: (mark: string) =>
        ` It holds full-width marks (${mark}), which the other lines do not: write “,” there.`,
      quote: (line: number) =>
        `A quotation mark at about line ${whole(line)} is never closed. Mend that line.`,
      unreadable: 'The file could not be read. Try it once more, or save it as CSV anew.',
    },
    noInputs: 'Choose at least one input.',
    groups: {
      plane: 'Plane and curve',
      regression: 'Regression',
      images: 'Images',
      tables: 'Tables',
      sequences: 'Sequences',
      own: 'Your own',
    },
    samples: {
      images: (count: number) => `${whole(count)} real images`,
      rows: (count: number) => `${whole(count)} real rows`,
      windows: (count: number) => `${whole(count)} windows of a real series`,
    },
    loading: (set: string, share: number) => `Loading ${set}, ${percent(share, 0)}`,
    failed: (set: string) => `${set} could not be loaded.`,
    failedWhy: {
      unreachable: 'The server cannot be reached; check the connection.',
      missing: 'The server does not have the file; reload the page, which may be out of date.',
      damaged: 'What arrived is damaged.',
    } satisfies Record<DownloadProblem, string> as Record<DownloadProblem, string>,
    licences: {
      digits: 'MNIST: LeCun & Cortes, CC BY-SA 3.0',
      fashion: 'Zalando, MIT',
      'digits-8x8': 'UCI, CC BY 4.0',
      'breast-cancer': 'UCI, CC BY 4.0',
      wine: 'UCI, CC BY 4.0',
      penguins: 'Palmer Station LTER, CC0; rows with missing values left out',
      diabetes: 'Efron et al. 2004',
      sunspots: 'NOAA NGDC, public domain',
    } as Partial<Record<DataSetKey, string>>,
    pad: {
      label: 'Drawing pad: arrow keys move the cursor, Enter adds a point, Delete erases',
      tool: 'Draw',
      tools: { a: 'Class A', b: 'Class B', erase: 'Erase' },
      count: (points: number) => `${whole(points)} points`,
      clear: 'Clear',
      undo: 'Undo',
      full: (most: number) => `${whole(most)} points are the most; erase some to draw others.`,
      ready: 'Start from',
      drawings: { blobs: 'Two clouds', island: 'An island', stripes: 'Stripes' },
    },
  },
  aboutData: {
    button: 'About the data',
    title: 'About the data',
    close: 'Close',
    groups: { real: 'Real data', generated: 'Generated here', own: 'Your own' },
    facts: {
      samples: 'Samples',
      inputs: 'Inputs',
      predicts: 'Predicts',
      done: 'Done to it',
      licence: 'Licence',
      source: 'Source',
      cite: 'Cite as',
    },
    anyNumber: 'as many as you ask for',
    series: (values: number) => `a series of ${whole(values)} values`,
    pixels: (height: number, width: number) => `${height} × ${width} pixels`,
    steps: (steps: number, features: number) =>
      features === 1 ? `${whole(steps)} steps` : `${whole(steps)} steps of ${features} numbers`,
    number: 'a number',
    publicDomain: 'public domain',
    code: 'MIT, like this page’s code, which draws the samples',
    missing: (dropped: number, of: number) =>
      `${whole(dropped)} of ${whole(of)} rows had no measurements and were left out.`,
    complete: 'Nothing is missing.',
    target: 'target',
    picture: (set: string) => `${set}: some samples`,
    sets: {
      circle: 'A disc of one class within a ring of the other. No straight line parts them.',
      xor: 'Four quarters, opposite ones of the same class. Neither coordinate alone says anything.',
      gauss: 'Two round clouds. One straight line is nearly all there is to learn.',
      spiral: 'Two arms wound around each other: the hardest border of the four.',
      moons: 'Two half circles hooked into each other. A few samples and some noise are enough to overfit.',
      drawn: 'Points that you draw yourself, in two classes.',
      plane: 'A number that rises steadily across the plane.',
      bumps: 'Hills and hollows on the plane: a smooth surface that is no plane.',
      sine: 'One period of a sine with noise on the target: the classic picture of a polynomial that bends too far.',
      'sparse-linear': 'A hundred inputs of which five matter. It shows what L1 finds and L2 does not.',
      digits:
        'Digits written by employees and pupils in the United States, in grey, centred. The field’s first exercise.',
      fashion: 'Photographs of articles of a clothes shop, in the form of MNIST, and harder than it.',
      'digits-8x8':
        'Digits written by 13 people, counted down to eight by eight squares. Small enough for any machine.',
      'breast-cancer':
        'Ten properties of the cell nuclei in a sample of breast tissue, each as mean, standard error and worst value, and whether the tumour was malignant.',
      wine: 'Thirteen chemical measurements of wines from one region of Italy, made from three kinds of grape.',
      penguins:
        'Bill, flipper and weight of penguins of three species, measured near Palmer Station in Antarctica.',
      diabetes:
        'Age, sex, body mass, blood pressure and six blood values of patients, and how far their diabetes had come a year later.',
      rows: 'A table that you read in. It stays on this page.',
      'first-token': 'One of four symbols, then nothing but noise. At the end the first symbol is asked for.',
      adding: 'Numbers with two of them marked, far apart. Their sum is asked for.',
      sunspots:
        'How many spots the sun had in each year from 1700 to 2008. From some years, the next is predicted.',
    } satisfies Record<DataSetKey, string> as Record<DataSetKey, string>,
    done: {
      digits: 'Grey levels restored from decimals to bytes; no pixel altered.',
      fashion: 'The first 600 of each class of the training file; no pixel altered.',
      'digits-8x8': 'No pixel altered.',
      'breast-cancer': 'Nothing but the packing.',
      wine: 'The three classes, which have only numbers in the source, are called cultivar 1 to 3.',
      penguins: 'The four measurements and the species were taken.',
      diabetes: 'Raw units, as measured.',
      sunspots: 'The years were left out; the order is theirs.',
    } satisfies Partial<Record<DataSetKey, string>> as Partial<Record<DataSetKey, string>>,
    yours: 'Yours. Nothing leaves the page unless you share it.',
  },

  sweep: {
    view: 'View',
    runs: 'Runs',
    sweep: 'Sweep',
    going: (done: string) => `Sweep ${done}`,
    title: 'Sweep',
    intro: 'The settings on the left, with one or two of them in several values, each from several seeds.',
    ready: 'Ready sweeps',
    readyNames: {
      'u-curve': 'U-curve',
      'double-descent': 'Double descent',
      'training-size': 'Training size',
      lambda: 'λ (L2)',
      dropout: 'Dropout',
    } satisfies Record<ReadySweepKey, string> as Record<ReadySweepKey, string>,
    readyHint: 'Each has settings of its own. Yours come back when you leave.',
    /** How many of the settings on the left a ready sweep changes, and which. */
    changesCount: (count: number) =>
      count === 0 ? 'changes nothing' : `changes ${count} ${count === 1 ? 'setting' : 'settings'}`,
    changesWhich: (name: string, changes: string) => `${name}: ${changes}.`,
    change: (settingNumber: string, from: string, to: string) => `${settingNumber} ${from} → ${to}`,
    lent: (name: string) => `The settings are those of “${name}”. Yours come back when you leave.`,
    giveBack: 'Give mine back',
    capacity: { width: 'Width of all layers', depth: 'Number of layers' },
    short: { width: 'width', depth: 'layers' },
    axis: (number: number): string => (number === 1 ? 'Sweep over' : 'And over'),
    groups: { capacity: 'Capacity', settings: 'Settings' },
    second: 'Second setting',
    none: 'none',
    values: 'Values',
    as: 'Given as',
    list: 'List',
    range: 'Range',
    spacings: { linear: 'Equal steps', log: 'Equal ratios' },
    spacing: 'Spacing',
    from: 'From',
    to: 'To',
    count: 'How many',
    seeds: 'Seeds',
    varies: 'A seed varies',
    variations: { all: 'data and training', training: 'training only' },
    test: 'Score the test set',
    testHint: 'Choosing by the test set makes it a validation set.',
    fewSeeds: 'With fewer than 6 seeds no two values can ever be told apart at the 5% level.',
    total: (cells: number, seeds: number) =>
      `${whole(cells)} ${cells === 1 ? 'setting' : 'settings'} × ${whole(seeds)} ${seeds === 1 ? 'seed' : 'seeds'} = ${whole(cells * seeds)} runs`,
    start: 'Start sweep',
    controls: 'Sweep controls',
    startHint: 'Start the sweep at the top, or press the space bar.',
    replaces: 'Starting replaces the results shown.',
    pause: 'Pause',
    resume: 'Go on',
    cancel: 'Stop',
    problems: {
      empty: 'Give at least one value.',
      unreadable: (value: string) => `“${value}” cannot be read as a value.`,
      unclear: (value: string) =>
        `“${value}” can be read in two ways. Put spaces between values, a point for decimals, and no comma in a number.`,
      tooMany: (most: number) => `At most ${most} values.`,
      invalid: (value: string, reason: string) => `${value}: ${reason}.`,
      number: 'Give a number at both ends.',
      ratio: 'Equal ratios need both ends above 0.',
      count: (most: number) => `From 2 to ${most} values.`,
      twice: 'This setting is already the first axis.',
      runs: (runs: string, most: string) => `${runs} runs are more than ${most}; take fewer values or seeds.`,
    },
    progress: 'Progress of the sweep',
    state: {
      running: (left: string | null) => (left === null ? 'running' : `about ${left} left`),
      paused: 'paused',
      stopped: 'stopped; what has finished stays',
      done: 'done',
    },
    finished: (done: number, total: number) => `${whole(done)} of ${whole(total)} runs`,
    notKept: 'The browser does not keep this sweep: a reload loses it.',
    empty: 'No sweep yet',
    emptyHint: 'Pick a ready one on the right, or choose a setting and its values',
    metric: 'Read by',
    metrics: {
      'validation-last': 'Loss, last epoch',
      'validation-best': 'Loss, best epoch',
      'quality-last': (measure: string) => `${measure}, last epoch`,
      'quality-best': (measure: string) => `${measure}, best epoch`,
      'train-last': 'Training loss, last epoch',
      'gap-last': 'Gap (validation ÷ training loss)',
      'best-epoch': 'Best epoch',
      'test-loss': 'Test loss',
      'test-quality': (measure: string) => `Test ${measure.toLowerCase()}`,
    },
    median: (seeds: number) =>
      `median of ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}; band from lowest to highest`,
    medianOf: (seeds: number) => `median of ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}`,
    showSeeds: 'Each seed',
    best: (value: string) => `best ${value}`,
    diverged: (count: number, of: number) => (count === of ? 'diverged' : `${count} of ${of} diverged`),
    failed: (count: number) => `${count} failed`,
    invalid: 'not possible',
    pending: 'not run yet',
    chartLabel: (metric: string, axis: string) => `${metric} over ${axis}`,
    heatLabel: (metric: string, rows: string, columns: string) => `${metric} by ${rows} and ${columns}`,
    point: (axis: string, validation: string, train: string | null) =>
      train === null ? `${axis}: ${validation}` : `${axis}: validation ${validation}, training ${train}`,
    chartSummary: (
      metric: string,
      axis: string,
      best: string | null,
      value: string,
      done: number,
      of: number,
    ) =>
      best === null
        ? `${metric} over ${axis}: no value yet.`
        : `${metric} over ${axis}: the best median is ${value}, at ${best}. ${done} of ${of} values have runs.`,
    verdict: 'What the seeds say',
    soFar: 'What the seeds say so far',
    better: (best: string, other: string, wins: number, seeds: number) =>
      `${best} is better than ${other} in ${wins} of ${seeds} seeds.`,
    withinSpread: (best: string, others: string) =>
      `${best} cannot be told from ${others}: the difference is smaller than the spread between seeds.`,
    disagree: (best: string, others: string) =>
      `${best} cannot be told from ${others}: the seeds do not agree which is better.`,
    tooFew: (best: string, others: string, seeds: number) =>
      `${best} cannot be told from ${others} with ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}: it takes at least 6.`,
    listed: (names: readonly string[]) =>
      names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
    test5: 'Wilcoxon signed-rank test on shared seeds, 5% level, not corrected for choosing the best.',
    cell: (name: string) => `Runs at ${name}`,
    cellHint: 'Click a value to see its runs.',
    cellLabel: (name: string, runs: number) =>
      `Loss over epochs of ${runs} ${runs === 1 ? 'run' : 'runs'} at ${name}`,
    open: (seed: number) => `Open seed ${seed} as experiment`,
    openHint: 'The seed in the middle',
    close: 'Close',
    csv: 'Results (CSV)',
    /** Between the parts of one setting's name. */
    and: ' · ',
  },

  comparisonDialog: {
    together: 'Run all again',
    open: 'Compare…',
    change: 'Change…',
    title: 'Compare values of one setting',
    same: 'They train at once, from the same initial weights, and see the same batches in the same order.',
    otherWeights:
      'They train at once and see the same batches. Their initial weights differ, as their networks do.',
    otherBatches: 'They train at once, from the same initial weights. What a batch holds differs.',
    otherBoth: 'They train at once. Neither their initial weights nor their batches are the same.',
    settingNumber: 'Setting',
    rates: 'Learning rate',
    ownRate: 'Each its own best',
    oneRate: (rate: string) => `One for all: ${rate}`,
    ownRateHint: (tries: number, epochs: number) =>
      `First ${whole(tries)} runs of ${whole(epochs)} epochs: each value at ten learning rates. It takes the one with the lowest validation loss.`,
    oneRateHint: 'What wins is then also what this rate happens to suit.',
    /** Beside the runs: how their rates were chosen, and the other way. */
    ownRates: 'Each at its own learning rate',
    oneRateTitle: (rate: string) => `All at one learning rate, ${rate}`,
    toOneRate: (rate: string) => `All at ${rate}`,
    toOwnRates: 'Each at its own best rate',
    runs: (count: number) => `${whole(count)} ${count === 1 ? 'run' : 'runs'}`,
    tooMany: (most: number) => `At most ${whole(most)} values side by side.`,
    greys: 'Five colours can be told apart; further runs are grey.',
    start: 'Start',
    search: 'Find rates and start',
    close: 'Close',
    stop: 'Stop',
    progress: 'Search for learning rates',
    searching: 'Looking for learning rates',
    found: 'Learning rates tried',
    foundHint: 'Lowest validation loss of a run at each of ten rates; the dot is the rate taken.',
    rate: (value: string) => `lr ${value}`,
    named: (name: string, rate: string) => `${name} ${rate}`,
    edge: 'at the edge of what was tried',
    none: 'no rate gave a number; the one set stays',
    tries: (name: string, rate: string) => `${name}: validation loss over learning rate, lowest at ${rate}`,
  },

  /** Files of runs and sweeps, and what is said when one cannot be opened. */
  home: {
    weights: 'Trained weights (safetensors, can be opened again)',
    loader: 'Load the weights in Keras (Python)',
    curvesCsv: 'Curves of this run (CSV, can be opened again)',
    open: 'Open runs or a sweep from a file…',
    openSweep: 'Open a sweep from a file…',
    openShort: 'Open',
    sweepJson: 'Sweep with its results (JSON, can be opened again)',
    /** Ends a sentence before another. */
    stop: '. ',
    rowsDropped: (rows: number) =>
      rows === 1
        ? '1 row of the file without a value was left out.'
        : `${whole(rows)} rows of the file without a value were left out.`,
    rowsFilled: (rows: number) =>
      rows === 1
        ? 'In 1 row missing values were filled in.'
        : `In ${whole(rows)} rows missing values were filled in.`,
    opening: (name: string | null) => (name === null ? 'Opening the file' : `Opening “${name}”`),
    cancelOpening: 'Cancel',
    refusedTable: (why: string) => `This table cannot be used: ${why}.`,
    refused: {
      'too-large': `This is too large to be opened: files of runs may have ${bytes(LARGEST_FILE)}, files of weights ${bytes(LARGEST_WEIGHTS)}.`,
      unreadable: 'This cannot be read; part of it may be missing.',
      newer: 'A later version of Fitting Room wrote this; this one cannot read it.',
      'not-runs': 'There are no runs in this, or they are not as Fitting Room writes them.',
      'too-deep': `This is nested more than ${DEEPEST} brackets deep, so it is nothing that Fitting Room wrote, and is not read.`,
      'table-alone':
        'This table has no experiment, so it makes no run. A table to train on is read under Data, as “Your table”.',
      'table-damaged':
        'The curves in this table cannot be read as a run: lines are missing, or another program has changed them.',
      'weights-alone':
        'These weights come without their run. Only a file that Fitting Room wrote tells which experiment they belong to.',
      'weights-damaged': 'The file of weights is damaged: its header and its numbers do not go together.',
      'weights-kind': 'These weights are no 32-bit floats, which are the only ones read here.',
      'sweep-damaged':
        'This cannot be read as a sweep: its definition or one of its runs is not as Fitting Room writes them.',
      'sweep-running': 'A sweep is running. Stop it first; opening another would throw its runs away.',
    } satisfies Record<ImportProblem, string> as Record<ImportProblem, string>,
  },

  panes: {
    /** The view of the stage. */
    name: 'Side by side',
    model: 'Below the loss',
    modelOf: (letter: string) => `Below the loss of ${letter}`,
    views: { gradients: 'Gradients', fit: 'What it learned' },
    change: 'Change settings',
    openSettings: 'Open the settings',
    closeSettings: 'Close the settings',
    changed: (panel: string) => `${panel}, changed`,
    listed: (names: readonly string[]) =>
      names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
    comma: ', ',
    /** Between the parts of a line. */
    dot: ' · ',
    only: (runs: string) => `${runs} differ only in`,
    several: (runs: string, count: number) =>
      `${runs} differ in ${count} settings, so the cause cannot be told`,
    none: (runs: string) => `${runs} are the same experiment`,
    settingNumber: (name: string, values: string) => `${name}: ${values}`,
    same: (settings: string) => `the same: ${settings}`,
    samples: (count: string) => `${count} samples`,
    epochs: (count: string) => `${count} epochs`,
    seed: (seed: number) => `seed ${seed}`,
    ownRates: (runs: string, settingNumber: string) =>
      `${runs} differ in the ${settingNumber}, each at its own learning rate:`,
    /** The runs on the charts that have no pane. */
    leftOut: (names: string) => `Not shown: ${names}`,
    choose: (shown: number, visible: number) => `${shown} of ${visible} runs`,
    chooseHint: (most: number) => `The first ${most} that are ticked stand side by side.`,
    pane: (letter: string, name: string) => `${letter}: ${name}`,
    bestAt: (epoch: string) => `best at epoch ${epoch}`,
    asOneAnswer: (level: string) => `about as good as always the same answer, ${level}`,
    best: (loss: string, epoch: string): readonly string[] => ['best ', loss, ` at epoch ${epoch}`],
    gap: (gap: string, epoch: string) => `gap ${gap} at epoch ${epoch}`,
    parameters: (count: string) => `${count} parameters`,
    output: (layer: number) => `layer ${layer} (output)`,
    /** Figures at the odd places are printed large. */
    times: (layer: number, times: string): readonly string[] => [
      `Gradient of layer ${layer}: `,
      times,
      ' times that of layer 1',
    ],
    silent: 'No gradient reaches layer 1',
    firstLayer: (gradient: string) => `layer 1: ${gradient}`,
    oneLayer: 'One layer has no other to be compared with.',
    nothing: 'Nothing trained yet.',
    empty: 'Side by side takes two runs',
    first: 'Press Run, or the space bar, for the first of them.',
    comparison: (values: string) => `Press Run, or the space bar: ${values} will stand here side by side.`,
    fork: 'Change one setting and run again: this run stays, with the same data, initial weights and order.',
    forkButton: 'Change a setting',
    beside: 'The settings have changed since this run.',
    besideButton: 'Run the current settings beside it',
    lastTwo: 'Show the last two runs',
  },

  programs: {
    notebook: 'The experiment as a Jupyter notebook (.ipynb)',
    tfjs: 'The experiment as TensorFlow.js code (.mjs)',
    table: 'Your table as the programs read it (JSON)',
    ray: 'Save the sweep as a Ray Tune script (Python)',
  },

  drawer: {
    button: 'Code',
    hint: 'The experiment as a program',
    titles: { keras: 'Keras code', tfjs: 'TensorFlow.js code' },
    programs: 'Program',
    names: { keras: 'Keras', tfjs: 'TensorFlow.js' },
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'The browser does not lend its clipboard. The code is selected: copy it with the keyboard.',
    download: (extension: string) => `Save as ${extension} file`,
    close: 'Close the code',
    linked: 'Code follows the controls. Point at a line to find its control.',
    follows: 'Code follows the controls.',
  },

  notLoaded: 'This part of the page could not be loaded.',

  crash: {
    title: 'Something broke',
    text: 'This is an error of ours. Your experiment is in the link, so reloading loses nothing but the runs.',
    reload: 'Reload',
  },
}

export type Messages = typeof en
