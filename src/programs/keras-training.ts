/** Sections 3 to 6: compile, fit, evaluate, predict, with the settings of the experiment by Keras' own names. */
import { dataSet } from '../domain/data/registry.ts'
import type { Experiment, Loss, Monitor, OptimizerKind } from '../domain/experiment/experiment.ts'
import { type OptimizerSetting, optimizerTraits } from '../domain/experiment/optimizers.ts'
import { type Head, outputHead } from '../domain/network/inputs-outputs.ts'
import { MONITORED } from '../domain/run/monitored.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { Context } from './keras-context.ts'
import { type Argument, argument, type CodeLine, call, line, plain } from './lines.ts'
import { OPTIMIZER_CODE } from './optimizers.ts'

/** Keras' names of the settings, in the order in which its optimizers take them. */
const ARGUMENTS: Readonly<Record<OptimizerSetting, string>> = {
  'weight-decay': 'weight_decay',
  momentum: 'momentum',
  rho: 'rho',
  beta1: 'beta_1',
  beta2: 'beta_2',
  accumulator: 'initial_accumulator_value',
  epsilon: 'epsilon',
}

function optimizerArguments(kind: OptimizerKind, value: Context['value']): Argument[] {
  const { settings } = optimizerTraits(kind)
  const { also } = OPTIMIZER_CODE[kind].keras
  return [
    ...(Object.keys(ARGUMENTS) as OptimizerSetting[])
      .filter((key) => settings.includes(key))
      .map((key) => argument(`${ARGUMENTS[key]}=${value(key)}`, key)),
    ...(also === undefined ? [] : [argument(also, 'optimizer')]),
  ]
}

export function compileLines(context: Context): CodeLine[] {
  const { experiment, value, swept } = context
  const { kind, clipNorm } = experiment.optimizer
  const { name } = OPTIMIZER_CODE[kind].keras
  return [
    ...call(
      `optimizer = keras.optimizers.${name}`,
      [
        argument(`learning_rate=${value('lr')}`, 'lr'),
        ...optimizerArguments(kind, value),
        ...(clipNorm === null && swept('clip-norm') === null
          ? []
          : [argument(`global_clipnorm=${value('clip-norm')}`, 'clip-norm')]),
      ],
      { of: ['optimizer'] },
    ),
    ...scores(context),
    ...call('model.compile', [
      argument('optimizer=optimizer', 'optimizer'),
      argument('loss=loss', 'loss'),
      argument(`metrics=[data_loss, ${qualityName(experiment)}]`),
    ]),
  ]
}

/** The metrics besides the loss, by their names in the logs. */
export const qualityName = (experiment: Experiment) =>
  outputHead(experiment) === 'linear' ? 'r2' : 'accuracy'

/** `loss`; the same without penalties, which Keras' `loss` and `val_loss` include; and how good predictions are. */
function scores({ experiment }: Context): CodeLine[] {
  const head = outputHead(experiment)
  const logits = experiment.loss === 'cross-entropy'
  const kind = lossClass(experiment.loss, head)
  const from = logits ? [argument('from_logits=True', 'loss')] : []
  return [
    ...call(`loss = keras.losses.${kind}`, from),
    line('# fit() adds penalties to its loss; this one is without.'),
    ...call(`data_loss = keras.metrics.${kind}`, [argument('name="data_loss"'), ...from]),
    ...quality(experiment),
  ]
}

/** Keras' class of a loss, which is also that of a metric. */
function lossClass(loss: Loss, head: Head): string {
  switch (loss) {
    case 'mse':
      return 'MeanSquaredError'
    case 'cross-entropy':
      return head === 'sigmoid' ? 'BinaryCrossentropy' : 'SparseCategoricalCrossentropy'
    default:
      return loss satisfies never
  }
}

function quality(experiment: Experiment): CodeLine[] {
  const named = (name: string, kind: string) =>
    call(`${name} = keras.metrics.${kind}`, [argument(`name="${name}"`)])
  const logits = experiment.loss === 'cross-entropy'
  switch (outputHead(experiment)) {
    case 'linear':
      return named('r2', 'R2Score')
    case 'softmax':
      return named('accuracy', logits ? 'SparseCategoricalAccuracy' : 'CategoricalAccuracy')
    case 'sigmoid':
      if (!logits) return named('accuracy', 'BinaryAccuracy')
      return plain(`

def accuracy(y, logits):
    """A probability above a half is a logit above 0."""
    hits = keras.ops.equal(logits > 0, y > 0.5)
    return keras.ops.cast(hits, "float32")

`)
  }
}

const JUDGED_SELDOM = `class EarlyStoppingEvery(keras.callbacks.EarlyStopping):
    """Judges after every so many epochs only."""

    def __init__(self, every, **settings):
        super().__init__(**settings)
        self.every = every

    def on_epoch_end(self, epoch, logs=None):
        if (epoch + 1) % self.every == 0:
            super().on_epoch_end(epoch, logs)`

/** With `reports`, the program reports every epoch to Ray Tune. */
export function fitLines(context: Context, { reports = false } = {}): CodeLine[] {
  const { experiment, value } = context
  const { earlyStopping, optimizer } = experiment
  const stopping: Argument[] =
    earlyStopping === null
      ? []
      : [
          argument(`monitor="${monitorOf(earlyStopping.monitor, context)}"`, 'monitor'),
          argument(`mode="${MONITORED[earlyStopping.monitor].direction}"`, 'monitor'),
          argument(`patience=${value('patience')}`, 'patience'),
          argument(`min_delta=${value('min-delta')}`, 'min-delta'),
          argument(`restore_best_weights=${value('restore-best')}`, 'restore-best'),
          argument(`start_from_epoch=${value('start-from')}`, 'start-from'),
        ]
  const every = value('stop-every')
  return [
    ...(earlyStopping === null || every === '1' ? [] : plain(`${JUDGED_SELDOM}\n\n`)),
    ...plain(`class AfterEpoch(keras.callbacks.Callback):
    """Scores the training part as validation is scored.

    What fit() logs for it is a mean over the epoch's
    batches, with dropout and changing weights.
    """

    def on_epoch_end(self, epoch, logs=None):
        scores = self.model.evaluate(
            x_train,
            y_train,
            batch_size=500,
            verbose=0,
            return_dict=True,
        )
        for name, score in scores.items():
            logs[f"train_{name}"] = score`),
    ...(reports ? plain('        tune.report({"epoch": epoch + 1, **logs})') : []),
    ...plain('\n'),
    ...(optimizer.schedule === 'constant' ? [] : scheduleLines(context)),
    ...plain('callbacks = [AfterEpoch()]\ncallbacks.append(keras.callbacks.TerminateOnNaN())'),
    ...(optimizer.schedule === 'constant'
      ? []
      : call('callbacks.append', [argument('keras.callbacks.LearningRateScheduler(rate_of)', 'schedule')])),
    ...(earlyStopping === null
      ? [line('# No early stopping.', 'patience')]
      : every === '1'
        ? call('callbacks.append(keras.callbacks.EarlyStopping', stopping, { close: '))', of: ['patience'] })
        : call('callbacks.append(EarlyStoppingEvery', [argument(every, 'stop-every'), ...stopping], {
            close: '))',
            of: ['patience'],
          })),
    line(`keras.utils.set_random_seed(${value('seed-training')})`, 'seed-training'),
    ...call('history = model.fit', [
      argument('x_train'),
      argument('y_train'),
      argument('validation_data=(x_val, y_val)'),
      argument(`batch_size=${value('batch')}`, 'batch'),
      argument(`epochs=${value('epochs')}`, 'epochs'),
      argument(`shuffle=${value('shuffle')}`, 'shuffle'),
      ...(reports ? [argument('verbose=0')] : []),
      argument('callbacks=callbacks'),
    ]),
  ]
}

function monitorOf(monitor: Monitor, { experiment }: Context): string {
  switch (monitor) {
    case 'validation-loss':
      return 'val_data_loss'
    case 'validation-accuracy':
      return dataSet(experiment.data).task === 'classes' ? 'val_accuracy' : 'val_r2'
    default:
      return monitor satisfies never
  }
}

function scheduleLines({ experiment, value }: Context): CodeLine[] {
  const [rate, factor, every] = [value('lr'), value('decay-rate'), value('decay-every')]
  const { schedule } = experiment.optimizer
  if (schedule === 'constant') return []
  const decline: SettingKey[] = ['schedule', 'decay-rate', 'decay-every']
  const formula = {
    step: [line(`    decline = ${factor} ** (epoch // ${every})`, ...decline)],
    exponential: [line(`    decline = ${factor} ** (epoch / ${every})`, ...decline)],
    cosine: [
      line(`    done = epoch / ${value('epochs')}`, 'epochs'),
      line('    decline = (1 + np.cos(np.pi * done)) / 2', 'schedule'),
    ],
  }
  return [
    line('def rate_of(epoch, _):', 'schedule'),
    ...formula[schedule],
    line(`    return float(${rate} * decline)`, 'lr'),
    ...plain('\n'),
  ]
}

export function evaluateLines(): CodeLine[] {
  return plain(`scores = model.evaluate(
    x_test, y_test, verbose=0, return_dict=True
)
print(scores)`)
}

export function predictLines({ experiment }: Context): CodeLine[] {
  const head = outputHead(experiment)
  const logits = experiment.loss === 'cross-entropy'
  return [
    line('outputs = model.predict(x_test[:10], verbose=0)'),
    ...(logits
      ? [
          line(`outputs = keras.ops.${head}(outputs)`, 'loss'),
          line('outputs = keras.ops.convert_to_numpy(outputs)'),
        ]
      : []),
    line('print(outputs.round(3))'),
  ]
}

export function plotLines(): CodeLine[] {
  return plain(`curves = history.history
plt.plot(curves["train_data_loss"], label="training")
plt.plot(curves["val_data_loss"], label="validation")
plt.xlabel("epoch")
plt.ylabel("loss")
plt.legend()
plt.show()`)
}
