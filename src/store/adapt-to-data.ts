/**
 * Adapts a network and sample counts to a change of the data or of the kind of model, as little as possible: a person
 * who chooses wine after images of clothes wants to keep their network, and not to read a list of what no longer fits.
 */

import { dataSet, type StoredSet } from '../domain/data/registry.ts'
import type { DataSettings, Experiment, Layer, ModelKind } from '../domain/experiment/experiment.ts'
import { isConvolutional, isRecurrent } from '../domain/network/model-kinds.ts'
import { fittedCounts } from '../domain/parsing/fitted-counts.ts'
import { activationsOf } from '../domain/parsing/incompatibilities.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import { FEWEST_ROWS } from '../domain/table/table.ts'

/** `experiment` with `key` just changed, unchecked, from what it was `before`. */
export function adaptedToData(experiment: Experiment, key: SettingKey, before: Experiment): Experiment {
  switch (key) {
    case 'data':
    case 'points':
    case 'rows':
    case 'length': {
      const moved = withData(experiment, key)
      return withModel(moved, fittingKind(moved), before)
    }
    case 'model':
      // A loss or kind that the data do not allow is refused, not replaced.
      return withModel(experiment, experiment.model.kind, before)
    default:
      return experiment
  }
}

function withData(experiment: Experiment, key: SettingKey): Experiment {
  const { data, earlyStopping } = experiment
  const source = dataSet(data)
  const monitor = source.task === 'regression' ? 'validation-loss' : earlyStopping?.monitor
  // Numbers have no labels to flip, and those of a person's own table are not flipped before they ask for it.
  const labelNoise = source.task === 'regression' || key === 'rows' ? 0 : data.labelNoise
  return {
    ...experiment,
    data: { ...data, labelNoise, ...(source.kind === 'stored' ? counts(data, source, key) : {}) },
    earlyStopping: earlyStopping && { ...earlyStopping, monitor: monitor ?? earlyStopping.monitor },
  }
}

/**
 * All of a person's own samples are used, three fifths of them for training; of other data there are as many as exist.
 */
function counts(data: DataSettings, { from, available }: StoredSet, key: SettingKey) {
  if (available < FEWEST_ROWS) return {}
  const { parts = null } = (from === 'table' && data.rows) || {}
  if (parts !== null) return parts
  if (from !== 'file' && key !== 'length') {
    const fifth = Math.max(1, Math.floor(available / 5))
    return { train: available - 2 * fifth, validation: fifth, test: fifth }
  }
  return fittedCounts(data, new Set())
}

function withModel(experiment: Experiment, kind: ModelKind, before: Experiment): Experiment {
  const { model } = experiment
  const layers = familyOf(kind) === familyOf(before.model.kind) ? model.layers : FIRST_LAYERS[familyOf(kind)]
  const choices = activationsOf(kind)
  const activation = choices.includes(model.activation) ? model.activation : choices[0]!
  const allowed = layers.map(({ activation: own, ...layer }): Layer => {
    return own === undefined || !choices.includes(own) ? layer : { ...layer, activation: own }
  })
  return { ...experiment, model: { ...model, kind, activation, layers: allowed } }
}

/** The chosen kind, or the dense one where the data do not allow it. */
function fittingKind({ data, model }: Experiment): ModelKind {
  const { shape } = dataSet(data)
  const fits =
    (shape.kind === 'image' || !isConvolutional(model.kind)) &&
    (shape.kind !== 'vector' || !isRecurrent(model.kind))
  return fits ? model.kind : 'mlp'
}

type Family = 'dense' | 'convolutional' | 'recurrent'

const familyOf = (kind: ModelKind): Family =>
  isConvolutional(kind) ? 'convolutional' : isRecurrent(kind) ? 'recurrent' : 'dense'

/** The layers with which a network of another family begins: the present ones would mean something else there. */
const FIRST_LAYERS: Record<Family, readonly Layer[] & Experiment['model']['layers']> = {
  dense: [{ units: 64 }],
  convolutional: [],
  recurrent: [{ units: 16 }],
}
