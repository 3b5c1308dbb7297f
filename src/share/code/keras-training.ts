/** Sections 3 to 6: compile, fit, evaluate, predict, with the settings of the experiment by Keras' own names. */
import { dataSet } from '../../domain/data/registry.ts'
import type { OptimizerKind } from '../../domain/experiment.ts'
import type { KnobKey } from '../../domain/knobs.ts'
import { outputHead } from '../../domain/model.ts'
import type { Context } from './keras-context.ts'
import { type Argument, argument, type CodeLine, call, line, plain } from './lines.ts'

const OPTIMIZERS: Record<
  OptimizerKind,
  { readonly name: string; readonly args: readonly [string, KnobKey][] }
> = {
  sgd: { name: 'SGD', args: [] },
  momentum: { name: 'SGD', args: [['momentum', 'momentum']] },
  nesterov: { name: 'SGD', args: [['momentum', 'momentum']] },
  adagrad: {
    name: 'Adagrad',
    args: [
      ['initial_accumulator_value', 'accumulator'],
      ['epsilon', 'epsilon'],
    ],
  },
  rmsprop: {
    name: 'RMSprop',
    args: [
      ['rho', 'rho'],
      ['epsilon', 'epsilon'],
    ],
  },
  adam: {
    name: 'Adam',
    args: [
      ['beta_1', 'beta1'],
      ['beta_2', 'beta2'],
      ['epsilon', 'epsilon'],
    ],
  },
  adamw: {
    name: 'AdamW',
    args: [
      ['weight_decay', 'weight-decay'],
      ['beta_1', 'beta1'],
      ['beta_2', 'beta2'],
      ['epsilon', 'epsilon'],
    ],
  },
}

export function compileLines(context: Context): CodeLine[] {
  const { experiment, value, swept } = context
  const { kind, clipNorm } = experiment.optimizer
  const { name, args } = OPTIMIZERS[kind]
  const { loss, metrics, accuracy } = scores(context)
  return [
    ...call(`optimizer = keras.optimizers.${name}`, [
      argument(`learning_rate=${value('lr')}`, 'optimizer', 'lr'),
      ...args.map(([argumentName, key]) => argument(`${argumentName}=${value(key)}`, key)),
      ...(kind === 'nesterov' ? [argument('nesterov=True', 'optimizer')] : []),
      ...(clipNorm === null && swept('clip-norm') === null
        ? []
        : [argument(`global_clipnorm=${value('clip-norm')}`, 'clip-norm')]),
    ]),
    ...accuracy,
    ...call('model.compile', [
      argument('optimizer=optimizer', 'optimizer'),
      argument(`loss=${loss}`, 'loss'),
      argument(`metrics=[${metrics.join(', ')}]`, 'loss'),
    ]),
  ]
}

interface Scores {
  readonly loss: string
  /** The loss without penalties comes first: Keras' `loss` and `val_loss` include them. */
  readonly metrics: readonly string[]
  readonly accuracy: readonly CodeLine[]
}

function scores({ experiment }: Context): Scores {
  const head = outputHead(experiment)
  const squared = {
    loss: 'keras.losses.MeanSquaredError()',
    plainLoss: 'keras.metrics.MeanSquaredError(name="data_loss")',
  }
  if (experiment.loss === 'mse') {
    const metric = {
      linear: 'R2Score(name="r2")',
      sigmoid: 'BinaryAccuracy(name="accuracy")',
      softmax: 'CategoricalAccuracy(name="accuracy")',
    }
    return { loss: squared.loss, metrics: [squared.plainLoss, `keras.metrics.${metric[head]}`], accuracy: [] }
  }
  const kind = head === 'sigmoid' ? 'BinaryCrossentropy' : 'SparseCategoricalCrossentropy'
  const loss = `keras.losses.${kind}(from_logits=True)`
  const plainLoss = `keras.metrics.${kind}(name="data_loss", from_logits=True)`
  if (head === 'softmax')
    return {
      loss,
      metrics: [plainLoss, 'keras.metrics.SparseCategoricalAccuracy(name="accuracy")'],
      accuracy: [],
    }
  return {
    loss,
    metrics: [plainLoss, 'accuracy'],
    accuracy: plain(`

def accuracy(y, logits):
    """A probability above one half is a logit above 0."""
    return keras.ops.cast(keras.ops.equal(logits > 0, y > 0.5), "float32")

`),
  }
}

export function fitLines(context: Context): CodeLine[] {
  const { experiment, value } = context
  const { earlyStopping, optimizer } = experiment
  const stopping: Argument[] =
    earlyStopping === null
      ? []
      : [
          argument(`monitor="${monitorOf(context)}"`, 'monitor'),
          argument(`mode="${earlyStopping.monitor === 'validation-loss' ? 'min' : 'max'}"`, 'monitor'),
          argument(`patience=${value('patience')}`, 'patience'),
          argument(`min_delta=${value('min-delta')}`, 'min-delta'),
          argument(`restore_best_weights=${value('restore-best')}`, 'restore-best'),
          argument(`start_from_epoch=${value('start-from')}`, 'start-from'),
        ]
  return [
    ...plain(`class AfterEpoch(keras.callbacks.Callback):
    """Scores the training part with the weights an epoch ends with, dropout off, as the validation part is scored.

    What fit() logs for it is a mean over the epoch's batches, with dropout and changing weights.
    """

    def on_epoch_end(self, epoch, logs=None):
        scores = self.model.evaluate(x_train, y_train, batch_size=500, verbose=0, return_dict=True)
        logs.update({f"train_{name}": score for name, score in scores.items()})

`),
    ...(optimizer.schedule === 'constant' ? [] : scheduleLines(context)),
    line('callbacks = [AfterEpoch()]'),
    ...(optimizer.schedule === 'constant'
      ? []
      : [line('callbacks.append(keras.callbacks.LearningRateScheduler(rate_of_epoch))', 'schedule')]),
    ...(earlyStopping === null
      ? [line('# No early stopping.', 'patience')]
      : call('callbacks.append(keras.callbacks.EarlyStopping', stopping, { close: '))' })),
    line(`keras.utils.set_random_seed(${value('seed-training')})`, 'seed-training'),
    ...call('history = model.fit', [
      argument('x_train'),
      argument('y_train'),
      argument('validation_data=(x_val, y_val)'),
      argument(`batch_size=${value('batch')}`, 'batch'),
      argument(`epochs=${value('epochs')}`, 'epochs'),
      argument(`shuffle=${value('shuffle')}`, 'shuffle'),
      argument('callbacks=callbacks'),
    ]),
  ]
}

function monitorOf({ experiment }: Context): string {
  if (experiment.earlyStopping?.monitor === 'validation-loss') return 'val_data_loss'
  return dataSet(experiment.data).task === 'classes' ? 'val_accuracy' : 'val_r2'
}

function scheduleLines({ experiment, value }: Context): CodeLine[] {
  const [rate, factor, every] = [value('lr'), value('decay-rate'), value('decay-every')]
  const formula = {
    step: `${rate} * ${factor} ** (epoch // ${every})`,
    exponential: `${rate} * ${factor} ** (epoch / ${every})`,
    cosine: `${rate} * (1 + np.cos(np.pi * epoch / ${value('epochs')})) / 2`,
  }
  const { schedule } = experiment.optimizer
  if (schedule === 'constant') return []
  const knobs: KnobKey[] = schedule === 'cosine' ? ['schedule'] : ['schedule', 'decay-rate', 'decay-every']
  return [
    line('def rate_of_epoch(epoch, _):', 'schedule'),
    line(`    return float(${formula[schedule]})`, ...knobs),
    ...plain('\n'),
  ]
}

export function evaluateLines(): CodeLine[] {
  return plain('print(model.evaluate(x_test, y_test, verbose=0, return_dict=True))')
}

export function predictLines({ experiment }: Context): CodeLine[] {
  const head = outputHead(experiment)
  const logits = experiment.loss === 'cross-entropy'
  return [
    line('outputs = model.predict(x_test[:10], verbose=0)'),
    ...(logits ? [line(`outputs = keras.ops.convert_to_numpy(keras.ops.${head}(outputs))`, 'loss')] : []),
    ...plain('print(outputs.round(3))'),
  ]
}

export function plotLines(): CodeLine[] {
  return plain(`plt.plot(history.history["train_data_loss"], label="training")
plt.plot(history.history["val_data_loss"], label="validation")
plt.xlabel("epoch")
plt.ylabel("loss")
plt.legend()
plt.show()`)
}
