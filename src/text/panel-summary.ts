/**
 * A summary of a panel's controls, in parts, the most important first: shown while the panel is folded or out
 * of sight.
 */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { parameterCount } from '../domain/network/network.ts'
import { settingNumber, whole } from './format.ts'
import type { Messages } from './messages.ts'
import { networkText } from './run-name.ts'

export function dataSummary({ data }: Experiment, t: Messages): string[] {
  const parts = [t.sets[data.set], t.panes.samples(whole(data.train))]
  return data.noise > 0
    ? [...parts, `${t.setting.noise.name.toLowerCase()} ${settingNumber(data.noise)}`]
    : parts
}

export function modelSummary(experiment: Experiment, t: Messages): string[] {
  return [networkText(experiment.model, t), t.panes.parameters(whole(parameterCount(experiment)))]
}

/** Lists only what is switched on; dropout also if only single layers have it. */
export function regularizationSummary({ model, regularization }: Experiment, t: Messages): string[] {
  const { dropout, l1, l2 } = regularization
  const rates = [...new Set([dropout, ...model.layers.map((layer) => layer.dropout ?? dropout)])]
  const parts = [
    ...(rates.some((rate) => rate > 0)
      ? [`${t.setting.dropout.name} ${rates.map(settingNumber).join(' / ')}`]
      : []),
    ...(l1 > 0 ? [`L1 ${settingNumber(l1)}`] : []),
    ...(l2 > 0 ? [`L2 ${settingNumber(l2)}`] : []),
  ]
  return parts.length > 0 ? parts : [t.runs.none]
}

export function optimizerSummary({ optimizer, training }: Experiment, t: Messages): string[] {
  return [
    t.optimizers[optimizer.kind],
    `lr ${settingNumber(optimizer.learningRate)}`,
    `${t.setting.batch.name.toLowerCase()} ${whole(training.batchSize)}`,
  ]
}

export function stoppingSummary({ training, earlyStopping }: Experiment, t: Messages): string[] {
  const epochs = t.panes.epochs(whole(training.epochs))
  return earlyStopping === null
    ? [epochs]
    : [epochs, `${t.setting.patience.name.toLowerCase()} ${whole(earlyStopping.patience)}`]
}
