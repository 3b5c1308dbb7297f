/** English, and the shape every language has: a missing key does not compile. */
import type { DataSetKey, ModelKind } from '../domain/experiment.ts'
import type { KnobKey } from '../domain/knobs.ts'
import type { PresetKey } from '../domain/presets.ts'
import { bytes, loss, percent, ratio, setting, whole } from './format.ts'
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
      'optimizer-race': 'Optimizer race',
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
    epochs: (total: number) => `/ ${whole(total)} epochs`,
    short: 'epochs',
    rate: (perSecond: string) => `${perSecond} epochs/s`,
    pace: 'Pace',
    paceHint: 'How many epochs a second at most, to watch them',
    fullPace: 'Full speed',
    left: (time: string) => `${time} left`,
    engine: 'Engine',
    engineOn: (engine: string, device: string) => `${engine} on ${device}`,
    engines: { auto: 'Automatic', wasm: 'WASM', webgl: 'WebGL', cpu: 'CPU' },
    /** `WASM 4,900` and so on, the fastest first. */
    measured: ([first = '', ...others]: readonly string[]) =>
      `Measured here: ${[`${first} epochs/s`, ...others].join(' · ')}`,
    automatic: (engine: string) => `Automatic: ${engine}`,
  },

  share: {
    label: 'Share',
    copied: 'Link copied',
    hint: 'Copy a link to this experiment',
    failed: 'Copy the link from the address bar',
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

  knobs: {
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
    accumulator: 'First accumulator',
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
  } satisfies Record<KnobKey, string> as Record<KnobKey, string>,
  /** Back to the baseline's value of one control. */
  undo: (control: string) => `Undo ${control}`,
  newSeed: 'new seed',
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
    available: (count: number) => `${whole(count)} real images`,
    loading: (share: number) => `Loading the digits, ${percent(share, 0)}`,
    failed: 'The digits could not be loaded.',
    retry: 'Try again',
    licence: 'MNIST: LeCun & Cortes, CC BY-SA 3.0',
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
    resetAll: 'Reset all',
    lineup: (count: number) => `${count} runs`,
  },
  lineup: {
    title: (control: string, count: number) => `${control} in ${count} values, side by side`,
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
    epoch: 'epoch',
    epochPill: (epoch: number) => `epoch ${epoch}`,
    best: (epoch: number) => `best ${epoch}`,
    ends: {
      completed: (epoch: number) => `end ${epoch}`,
      'early-stopped': (epoch: number) => `stopped ${epoch}`,
      stopped: (epoch: number) => `stopped ${epoch}`,
      diverged: (epoch: number) => `diverged ${epoch}`,
      failed: (epoch: number) => `lost ${epoch}`,
    },
    patience: (epochs: number) => `(patience ${epochs})`,
    byHand: '(by hand)',
    gap: (value: number) => `gap ${ratio(value)}`,
    loss: 'Loss',
    accuracy: 'Accuracy',
    r2: 'R²',
    lossUnits: { sigmoid: 'binary cross-entropy', softmax: 'cross-entropy', mse: 'mean squared error' },
    ofValidation: 'of each part',
    floor: (level: number) => `noise floor ${loss(level)}`,
    guessing: (level: number) => `guessing ${loss(level)}`,
    lossSummary: (train: string, validation: string, epoch: number) =>
      `Loss over epochs. At epoch ${epoch} training loss is ${train} and validation loss ${validation}.`,
    qualitySummary: (measure: string, train: string, validation: string, epoch: number) =>
      `${measure} over epochs. At epoch ${epoch} training is ${train} and validation ${validation}.`,
    overlaySummary: (measure: string, names: string) => `${measure} over epochs of several runs: ${names}.`,
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
    falling: 'Validation loss still falls.',
    waitingFor: (wait: number) =>
      wait === 1
        ? '1 epoch without a better validation loss.'
        : `${whole(wait)} epochs without a better validation score.`,
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
    notRestored: (best: number) =>
      `Validation loss was lowest at epoch ${whole(best)}; these are the last weights.`,
    diverged: (epoch: number) => `Diverged at epoch ${whole(epoch)}`,
    divergedText: (rate: string) =>
      `Loss became NaN or infinite. The learning rate ${rate} is probably too large. The curves up to there are kept.`,
    tryRate: (rate: string) => `Try ${rate}`,
    failed: {
      lost: (epoch: number) => ({
        title: `The device stopped at epoch ${whole(epoch)}`,
        text: 'The curves are kept.',
      }),
      engine: { title: 'No engine', text: 'The engine asked for cannot be started here.' },
      memory: { title: 'Out of memory', text: 'The device could not hold this network.' },
      data: { title: 'No data', text: 'The data could not be loaded.' },
      bug: { title: 'The run failed', text: 'This is an error of ours.' },
    },
    onCpu: 'Go on with CPU',
    onAutomatic: 'Let the page choose the engine',
    numbers: {
      train: 'train loss',
      validation: 'val loss',
      gap: 'gap',
      best: (epoch: number) => `best val, epoch ${whole(epoch)}`,
    },
    lineup: (count: number) => `${count} values, side by side`,
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
    unit: 'RMS of the kernel, log scale',
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
    wrongSamples: (wrong: number, total: number) =>
      `${whole(wrong)} of ${whole(total)} validation samples wrong`,
    nothingYet: 'Nothing predicted yet',
    trueValue: 'true',
    predicted: 'predicted',
    agreement: 'Predicted against true values of the validation samples; what is right lies on the diagonal',
    curve: 'Fitted curve',
    predictions: 'Predictions',
    boundaryLabel: 'Decision boundary with training and validation points',
    curveLabel: 'Fitted curve with training and validation points',
    hollow: 'hollow = validation',
    truth: 'dotted = without noise',
    flipped: 'ringed = label flipped',
    best: (epoch: number) => `best ${epoch}`,
    last: (epoch: number) => `last ${epoch}`,
    which: 'Weights shown',
    wrong: (wrong: number, total: number) => `${whole(wrong)} of ${whole(total)} validation images wrong`,
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
    later: 'not in this version yet',
  },

  /** What is wrong with a value; `text/problems.ts` picks the sentence. */
  problems: {
    unknownKey: 'is not a setting',
    missing: 'is missing',
    wrongType: (received: string) => `cannot be “${received}”`,
    notOneOf: (received: string, choices: string) => `“${received}” is none of ${choices}`,
    tooSmall: (received: string, limit: number) => `${received} is below the least, ${setting(limit)}`,
    tooLarge: (received: string, limit: number) => `${received} is above the most, ${setting(limit)}`,
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
    fork: (name: string) => `Fork ${name}: same data, initial weights, order and masks`,
    pin: (name: string) => `Pin ${name}`,
    unpin: (name: string) => `Unpin ${name}`,
    rename: (name: string) => `Rename ${name}`,
    newName: 'Name of the run',
    imported: 'imported',
    removed: (name: string) => `${name} was removed.`,
    bringBack: 'Undo',
    atBest: 'At the best epoch',
    atLast: 'At the last epoch',
    values: 'Values of',
    best: 'best',
    last: 'last',
    train: 'train',
    validation: 'val',
    engine: 'engine',
    whatIf: 'What if it had stopped?',
    whatIfStop: (stop: number, best: number) =>
      `Stops at epoch ${whole(stop)} and gives back the weights of epoch ${whole(best)}.`,
    whatIfNever: (best: number) =>
      best === 0
        ? 'Does not stop before the end of the run.'
        : `Does not stop before the end of the run; the best is epoch ${whole(best)}.`,
    whatIfCost: (cost: string, saved: number) =>
      `Validation loss ${cost} above the lowest of the run; ${whole(saved)} epochs saved.`,
  },
  take: {
    title: 'Take home',
    curvesCsv: 'Curves of this run (CSV)',
    runJson: 'This run (JSON, can be opened again)',
    runsJson: 'All runs (JSON, can be opened again)',
    weights: 'Trained weights (JSON)',
    tableMarkdown: 'Run table (Markdown)',
    tableCsv: 'Run table (CSV)',
    tableLatex: 'Run table (LaTeX)',
    open: 'Open runs from a file…',
    columns: {
      name: 'run',
      bestLoss: 'best validation loss',
      bestEpoch: 'best epoch',
      train: 'final train loss',
      validation: 'final validation loss',
      gap: 'gap',
      test: 'test',
      epochs: 'epochs',
      seconds: 'seconds',
      engine: 'engine',
    },
    storage: {
      full: 'The browser has no room left: new runs last only as long as this page.',
      forbidden: 'The browser does not let this page keep anything: runs last only as long as it is open.',
    },
    refused: {
      'too-large': 'This is too large to be opened as runs.',
      unreadable: 'This cannot be read as runs; part of it may be missing.',
      newer: 'A later version of Fitting Room wrote this; this one cannot read it.',
      'not-runs': 'There are no runs in this, or they are not as Fitting Room writes them.',
    },
  },

  crash: {
    title: 'Something broke',
    text: 'This is an error of ours. Your experiment is in the link, so reloading loses nothing but the runs.',
    reload: 'Reload',
  },
}

export type Messages = typeof en
