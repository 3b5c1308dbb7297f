/** The views of what is inside a network. */
import { counted, whole } from '../format.ts'

export const inside = {
  inside: {
    tabs: 'Inside the network',
    views: {
      network: 'Network',
      gradients: 'Gradients',
      weights: 'Weights',
      predictions: 'Predictions',
      penalty: 'Penalty',
      optimizer: 'Optimizer',
    },
    fitLoss: 'fit() loss',
    enlarge: 'Show large',
    reduce: 'Back to the curves',
    about: 'What these numbers mean',
    table: 'As a table',
    epoch: (epoch: string) => `weights of epoch ${epoch}`,
    nothing: 'Nothing trained yet. Press Run.',
    layer: (layer: number) => `Layer ${layer}`,
    output: 'Output',
    input: 'Input',
    unit: 'unit',
    network: {
      summary: (layers: string, epoch: string) => `${layers}; weights of epoch ${epoch}.`,
      units: (count: number, activation: string) => `${whole(count)} ${activation}`,
      diagram: 'The network: arrow keys move between units, Enter pins one',
      about: [
        'Each picture is what a unit hands on, for every place of the data’s plane or line: purple −1, paper 0, green +1 of tanh. Of a sigmoid paper is 0.5. Of other activations paper is 0, and the full colour is the size that 99 of 100 values stay under.',
        'A line is a weight: solid blue above 0, dashed ochre below. Its width is |w| from 0 to 4.',
        'The gradient of a unit is the root mean square over its incoming weights, bias left out: of the mean data loss of all training samples, dropout off.',
        'Saturated is the share of training samples at which the unit hardly answers any more: |a| > 0.95 for tanh, below 0.025 or above 0.975 for sigmoid, 0 for ReLU.',
        'The number on a picture is what the unit hands on at the training sample that is followed; that of an input is what the network is given.',
      ],
      plus: 'weight > 0',
      minus: 'weight < 0',
      width: '|w| from 0 to 4',
      dropped: 'dropped',
      allUnits: 'All units',
      dropoutStep: 'Dropout step',
      which: 'Units drawn',
      step: (off: number, of: number, epoch: string, batch: number, batches: number) =>
        `${off} of ${of} off: epoch ${epoch}, batch ${batch} of ${batches}, sample 1`,
      unitName: (layer: number, unit: number) => `Layer ${layer}, unit ${unit}`,
      unitShort: (unit: number) => `unit ${unit}`,
      outputUnit: (unit: number, of: number) => (of === 1 ? 'Output' : `Output ${unit}`),
      inputName: (name: string) => `Input ${name}`,
      bias: 'bias',
      gradient: 'gradient RMS',
      saturated: 'saturated',
      into: (layer: string) => `In, from ${layer}`,
      outOf: (layer: string) => `Out, to ${layer}`,
      incoming: 'incoming weights',
      layerName: (layer: number) => `layer ${layer}`,
      inputsName: 'the inputs',
      outputName: 'the output',
      largest: 'largest first',
      pin: 'click to pin and to set weights',
      pinned: 'pinned, Esc lets go',
      point: 'Point at a unit to see it large, with its weights.',
      notDrawn: 'Dense networks are drawn on data of one or two inputs only.',
      skipped: (layers: number) => `+ ${layers}`,
      more: (count: number) => `and ${whole(count)} more`,
      follow: 'Follow a sample',
      followHint: 'Or click a point of the data in the picture of the output',
      unfollow: 'Follow no sample',
      sample: 'Sample',
      sampleBefore: 'Sample before',
      sampleAfter: 'Next sample',
      ofSamples: (count: string) => `of ${count}`,
      passed: (inputs: string, truth: string, outputs: string) =>
        `At (${inputs}), truth ${truth}, the output is ${outputs}.`,
      isRight: 'That is right.',
      isWrong: (predicted: string) => `That means ${predicted}, which is wrong.`,
      set: 'Type a value, or move it with the arrow keys',
      weightTo: (unit: string) => `weight, ${unit}`,
    },
    weights: {
      about: [
        'The weights of each layer’s kernel, biases left out, at the epoch shown. The grey outline is where the seed put them before training.',
        'Norm is √Σw². Zeros are weights that are exactly 0; near zero are those with |w| < 0.01, zeros among them. L2 makes all weights smaller and hardly any 0; L1 moves many to 0, exactly there with its proximal step.',
        'Over time, each line is the histogram of one epoch on one common scale. The bars at the right are the shares of weights near zero; their strong part is exactly 0.',
      ],
      summary: (layers: number, count: string, near: string) =>
        `${counted(count, 'weight')} in ${counted(layers, 'layer')}, ${near} of them nearer to 0 than 0.01.`,
      chart: (layer: string) => `Histogram of the weights of ${layer}`,
      layer: 'layer',
      count: 'weights',
      norm: 'norm',
      zero: 'exactly 0',
      nearZero: '|w| < 0.01',
      start: 'before training',
      now: 'now',
      pictures: 'Incoming weights of the first layer',
      picturesOf: (shown: string, all: string) =>
        shown === all
          ? all === '1'
            ? 'the one unit'
            : `all ${all} units`
          : `the first ${shown} of ${counted(all, 'unit')}`,
      picture: (unit: number) => `Weights of unit ${unit}`,
      which: 'Weights of',
      oneEpoch: 'One epoch',
      history: 'Over time',
      historySummary: (epochs: number, last: string) =>
        `${counted(epochs, 'epoch')} up to ${last}, the first at the back; the yellow one is nearest to what the other views show.`,
      historyChart: (layer: string, epochs: number) =>
        `Histograms of the weights of ${layer} at ${counted(epochs, 'epoch')}, with the share near 0`,
      pictureAbout: 'purple below 0, paper at 0, green above 0; each unit on a scale of its own',
    },
    predictions: {
      part: 'Samples',
      parts: { train: 'Training', validation: 'Validation', test: 'Test' },
      of: (count: number, all: number) =>
        count === all ? counted(all, 'sample') : `the first ${whole(count)} of ${counted(all, 'sample')}`,
      wrong: (wrong: number, of: string, share: string) => `${whole(wrong)} wrong of ${of}: ${share} right.`,
      fits: (r2: string, rmse: string, of: string) => `R² ${r2}, typical error ${rmse}, of ${of}.`,
      confusion: 'Confusion',
      counts: 'Counts',
      rates: 'Rates',
      show: 'Cells show',
      truth: 'true',
      takenFor: 'taken for',
      cell: (count: number, truth: string, predicted: string, share: string) =>
        `${truth} taken for ${predicted}: ${whole(count)}, ${share} of all ${truth}`,
      cellRight: (count: number, truth: string, share: string) =>
        `${truth} recognized: ${whole(count)}, ${share} of all ${truth}`,
      worst: 'Worst',
      worstOf: (truth: string, predicted: string) => `${truth} taken for ${predicted}`,
      everything: 'Show all',
      sample: 'sample',
      probability: 'probability of the truth',
      noneWrong: 'None is wrong.',
      calibration: 'Calibration',
      calibrationLabel:
        'How often predictions of each confidence are right; on the diagonal they are as sure as they should be',
      sure: 'how sure',
      right: 'how often right',
      inBin: 'samples',
      ece: (error: string) => `Calibration error ${error}`,
      residuals: 'Residuals',
      residualsLabel: 'Prediction minus truth, over the prediction; what is right lies on 0',
      residual: 'prediction − truth',
      predicted: 'prediction',
      agreement: 'Predicted and true',
      forecast: 'Forecast',
      forecastLabel: 'True numbers and the network’s forecasts in the order of time',
      truthLine: 'true',
      forecastLine: 'forecast',
      about: {
        classes: [
          'Every number is of the samples named above, at the weights shown, dropout off. The prediction is the class with the largest probability; of two classes, the second above 0.5.',
          'Rates are shares of a true class, so that each row is 100%.',
          'The worst are those to whose true class the network gives the smallest probability.',
          'Calibration: predictions are put in ten bins by how sure they are. Calibration error is the mean distance between how sure and how often right, weighted by the samples of a bin (ECE, Guo et al. 2017).',
        ],
        numbers: [
          'Every number is of the samples named above, at the weights shown, dropout off, in the units of the data.',
          'R² is 1 − Σ(truth − prediction)² / Σ(truth − mean)², of these samples. The typical error is the square root of the mean squared error.',
        ],
      },
    },
    penalty: {
      epoch: 'epoch',
      lines: {
        train: 'train',
        validation: 'validation',
        penalty: 'penalty',
        total: 'train + penalty',
        fit: 'fit() prints',
      },
      summary: (data: string, penalty: string, total: string, epoch: string) =>
        `Epoch ${epoch}: data loss ${data} + penalty ${penalty} = ${total}, which training makes small.`,
      printed: (training: string, validation: string, epoch: string) =>
        `In epoch ${epoch}, fit() of Keras would have printed loss ${training} and val_loss ${validation}.`,
      riddle: (train: string, validation: string, reasons: readonly string[]) =>
        `That looks as if validation were the better one. It is not: by the same weights, training is ${train} and validation ${validation}. What fit() prints as loss is ${reasons.join('; ')}.`,
      reasons: {
        dropout: 'measured with dropout on',
        penalty: 'the penalty included (Keras adds it to val_loss as well, TensorFlow.js does not)',
        early: 'an average over the epoch, on which validation is half an epoch ahead',
      },
      onlyPenalty:
        'A framework that adds the penalty to the training loss alone shows validation below training here. The data losses say that it is not.',
      label: (penalized: boolean): string =>
        penalized
          ? 'Data losses, penalty, training loss with penalty, and what fit() prints, over epochs'
          : 'Data losses, and what fit() prints as training loss, over epochs',
      about: [
        'Train and validation are the mean data loss of a part at the end of the epoch: frozen weights, dropout off, no penalty.',
        'The penalty is λ₁·Σ|w| + λ₂·Σw² over the kernels of the same weights, biases left out. It depends on no sample and is no part of either loss.',
        'fit() prints is what Keras shows as loss while it trains: the mean over the epoch’s samples of the loss at which each was trained on, with dropout on, by weights that still change, and with their penalty. It is measured in the first 16 epochs, and then in eight for every doubling.',
      ],
    },
    stripsAbout: [
      'Each layer shows what it makes of one training sample, with dropout off: purple below 0, paper 0, green above.',
      'A picture of a convolution is what one filter answers at every place of the image, before pooling; all pictures of a layer have one scale. The small squares are the filter itself, one for each channel that it looks at.',
      'A picture of a recurrent layer has a column for each step and a line for each unit. Gates go from 0, shut, to 1, open. An LSTM’s memory is forget gate × memory before + input gate × candidate; what the layer says is output gate × tanh of the memory.',
    ],
    gradientsAbout: [
      'Root mean square of the gradient of the data loss over the weights of each layer, penalties left out, on the last mini-batch of each epoch, dropout on as in training.',
      'Below it, of one epoch: how many weights of a layer have a gradient of each size, of the mean data loss of the training samples named, dropout off. The line is their root mean square.',
      'Silent are units that are 0 (ReLU) or within 1% of a bound (sigmoid, tanh) for every one of the first 256 training samples.',
    ],
  },
}
