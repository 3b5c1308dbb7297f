/** Sections 3 to 7: compile, fit, evaluate, predict, curves, with what TensorFlow.js lacks written out. */
import { dataSet } from '../domain/data/registry.ts'
import type { Experiment, Loss, Monitor } from '../domain/experiment/experiment.ts'
import { type Head, outputHead } from '../domain/network/inputs-outputs.ts'
import { MONITORED } from '../domain/run/monitored.ts'
import { javascript, options, settingsOf } from './javascript.ts'
import { argument, type CodeLine, call, line, plain } from './lines.ts'
import { OPTIMIZER_CODE } from './optimizers.ts'
import { optimizerLines } from './tfjs-optimizers.ts'

export function compileLines(experiment: Experiment): CodeLine[] {
  const { loss } = experiment
  const head = outputHead(experiment)
  const logits = loss === 'cross-entropy' && head === 'sigmoid'
  return [
    ...optimizerLines(experiment),
    ...(logits
      ? plain(`
/** Binary cross-entropy from logits. */
const crossEntropy = (y, z) =>
  tf.softplus(z).sub(y.mul(z)).mean()

/** A probability above one half is a logit above 0. */
const accuracy = (y, z) =>
  z.greater(0).equal(y.greater(0.5)).mean()
`)
      : []),
    ...options('model.compile', [
      argument('optimizer', 'optimizer'),
      argument(`loss: ${lossOf(loss, head)}`, 'loss'),
      ...(head === 'linear' ? [] : [argument(`metrics: [${logits ? 'accuracy' : "'accuracy'"}]`)]),
    ]),
    ...plain(`
/** Scores of frozen weights: no dropout, no penalty. */
const score = (x, y) =>
  tf.tidy(() =>
    [model.evaluate(x, y, { batchSize: 500 })]
      .flat()
      .map((score) => score.dataSync()[0]),
  )`),
  ]
}

function lossOf(loss: Loss, head: Head): string {
  switch (loss) {
    case 'mse':
      return "'meanSquaredError'"
    case 'cross-entropy':
      return head === 'sigmoid' ? 'crossEntropy' : 'tf.losses.softmaxCrossEntropy'
    default:
      return loss satisfies never
  }
}

export function fitLines(experiment: Experiment): CodeLine[] {
  const value = settingsOf(experiment)
  const { earlyStopping, optimizer } = experiment
  const scheduled = optimizer.schedule !== 'constant'
  const accuracy = earlyStopping?.monitor === 'validation-accuracy'
  const scored = accuracy ? '[validation, accuracy]' : '[validation]'
  return [
    line('// Order and dropout are drawn from Math.random.'),
    line(`Math.random = stream(${value('seed-training')}, 'training').uniform`, 'seed-training'),
    line(''),
    ...(scheduled ? [...scheduleLines(experiment), line('')] : []),
    ...(earlyStopping === null
      ? [line('// No early stopping.', 'patience')]
      : stoppingLines(experiment, earlyStopping.monitor)),
    ...plain(`
const history = []
await model.fit(xTrain, yTrain, {`),
    line(`  batchSize: ${value('batch')},`, 'batch'),
    line(`  epochs: ${value('epochs')},`, 'epochs'),
    line(`  shuffle: ${value('shuffle')},`, 'shuffle'),
    ...plain('  verbose: 0,\n  callbacks: {'),
    ...(scheduled
      ? [
          line('    onEpochBegin: (epoch) => {'),
          line(`      ${OPTIMIZER_CODE[optimizer.kind].tfjs.setRate('rateOf(epoch)')}`, 'schedule'),
          line('    },'),
        ]
      : []),
    ...plain(`    onEpochEnd: (index) => {
      const epoch = index + 1
      const [training] = score(xTrain, yTrain)
      const ${scored} = score(xVal, yVal)
      history.push({ epoch, training, validation })
      const diverged = !isFinite(training + validation)
      if (diverged) model.stopTraining = true`),
    ...(earlyStopping === null
      ? []
      : [line(`      judge(index, ${accuracy ? 'accuracy' : 'validation'})`, 'monitor')]),
    ...plain('    },\n  },\n})'),
    ...(earlyStopping === null
      ? []
      : [
          line('if (stopping.restoreBest && bestWeights !== null)', 'restore-best'),
          line('  model.setWeights(bestWeights)', 'restore-best'),
        ]),
  ]
}

/** tf.callbacks.earlyStopping cannot bring the best weights back. */
function stoppingLines(experiment: Experiment, monitor: Monitor): CodeLine[] {
  const value = settingsOf(experiment)
  const least = MONITORED[monitor].direction === 'min'
  const seldom = value('stop-every') !== '1'
  return [
    line("// Keras' rule: tf.callbacks.earlyStopping cannot bring"),
    line('// the best weights back.'),
    line('const stopping = {'),
    line(`  patience: ${value('patience')},`, 'patience'),
    line(`  minDelta: ${value('min-delta')},`, 'min-delta'),
    line(`  restoreBest: ${value('restore-best')},`, 'restore-best'),
    line(`  startFromEpoch: ${value('start-from')},`, 'start-from'),
    ...(seldom ? [line(`  every: ${value('stop-every')},`, 'stop-every')] : []),
    line('}'),
    line(`let best = ${least ? 'Infinity' : '-Infinity'}`, 'monitor'),
    ...plain(`let bestWeights = null
let wait = 0

function judge(epoch, value) {
  if (epoch < stopping.startFromEpoch) return`),
    ...(seldom ? [line('  if ((epoch + 1) % stopping.every !== 0) return', 'stop-every')] : []),
    line(
      `  const improved = value ${least ? '+ stopping.minDelta < best' : '- stopping.minDelta > best'}`,
      'monitor',
    ),
    ...plain(`  if (improved || bestWeights === null) {
    tf.dispose(bestWeights)
    bestWeights = model
      .getWeights()
      .map((weight) => weight.clone())
  }
  if (improved) {
    best = value
    wait = 0
    return
  }
  wait += 1
  if (wait >= stopping.patience && epoch > 0)
    model.stopTraining = true
}`),
  ]
}

function scheduleLines(experiment: Experiment): CodeLine[] {
  const value = settingsOf(experiment)
  const [factor, every] = [value('decay-rate'), value('decay-every')]
  switch (experiment.optimizer.schedule) {
    case 'constant':
      return []
    case 'step':
      return [
        line('const rateOf = (epoch) =>', 'schedule'),
        line(`  learningRate * ${factor} ** Math.floor(epoch / ${every})`, 'decay-rate', 'decay-every'),
      ]
    case 'exponential':
      return [
        line('const rateOf = (epoch) =>', 'schedule'),
        line(`  learningRate * ${factor} ** (epoch / ${every})`, 'decay-rate', 'decay-every'),
      ]
    case 'cosine':
      return [
        line('const rateOf = (epoch) =>', 'schedule'),
        line('  (learningRate / 2) *'),
        line(`  (1 + Math.cos((Math.PI * epoch) / ${value('epochs')}))`, 'schedule', 'epochs'),
      ]
    default:
      return experiment.optimizer.schedule satisfies never
  }
}

export function evaluateLines(experiment: Experiment): CodeLine[] {
  if (dataSet(experiment.data).task === 'regression')
    return plain(`const [testLoss] = score(xTest, yTest)
const [spread] = tf.moments(yTest).variance.dataSync()
const testR2 = spread > 0 ? 1 - testLoss / spread : NaN
console.log('test', { testLoss, testR2 })`)
  return plain(`const [testLoss, testAccuracy] = score(xTest, yTest)
console.log('test', { testLoss, testAccuracy })`)
}

export function predictLines(experiment: Experiment): CodeLine[] {
  const head = outputHead(experiment)
  const first = javascript(Math.min(10, experiment.data.test))
  const outputs = `model.predict(xTest.slice(0, ${first}))`
  if (experiment.loss === 'mse') return plain(`${outputs}.print()`)
  return [
    ...call(`const outputs = tf.${head}`, [argument(outputs)], { indent: '  ' }).map((row) =>
      line(row.text, 'loss'),
    ),
    line('outputs.print()'),
  ]
}

export function curveLines(): CodeLine[] {
  return plain(`console.log('epoch,training,validation')
for (const { epoch, training, validation } of history)
  console.log([epoch, training, validation].join(','))`)
}
