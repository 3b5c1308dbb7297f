/** Says how runs side by side differ, and what they have in common. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { type Change, changes } from '../domain/settings/changes.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import { settingNumber, whole } from './format.ts'
import type { Messages } from './messages.ts'
import { inSentence, networkText, ownValueText, withoutImplied } from './run-name.ts'

/** The names of panes. There are six, because six charts on one screen can still be read. */
export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const

interface PanesText {
  /** `A and B differ only in` */
  readonly lead: string
  /** `activation: Sigmoid and ReLU`; empty where nothing differs. */
  readonly differences: string
  /** `the same: Two moons, 300 samples, …` */
  readonly rest: string
}

/**
 * Takes two runs or more, in the order of their letters. `compared` is the setting of the comparison that
 * started them all: learning rates that differ with its values then belong to the comparison and are no
 * second cause.
 */
export function panesText(
  experiments: readonly Experiment[],
  t: Messages,
  compared: SettingKey | null = null,
): PanesText {
  const { panes } = t
  const keys = differingKeys(experiments)
  const differences = keys.map((key) =>
    panes.settingNumber(
      inSentence(t.setting[key].name),
      panes.listed(experiments.map((of) => ownValueText(of, key, t))),
    ),
  )
  if (compared !== null && keys.length === 2 && keys.includes(compared) && keys.includes('lr'))
    return {
      lead: panes.ownRates(
        panes.listed(LETTERS.slice(0, experiments.length)),
        inSentence(t.setting[compared].name),
      ),
      differences: panes.listed(
        experiments.map((of) =>
          t.comparisonDialog.named(ownValueText(of, compared, t), ownValueText(of, 'lr', t)),
        ),
      ),
      rest: panes.same(sharedText(experiments[0]!, new Set(keys), t)),
    }
  const runs = panes.listed(LETTERS.slice(0, experiments.length))
  const lead =
    keys.length === 0
      ? panes.none(runs)
      : keys.length === 1
        ? panes.only(runs)
        : panes.several(runs, keys.length)
  return {
    lead,
    differences: differences.join(panes.dot),
    rest: panes.same(sharedText(experiments[0]!, new Set(keys), t)),
  }
}

/** The differing settings in the order of links, without those that only follow from others. */
function differingKeys([first, ...others]: readonly Experiment[]): SettingKey[] {
  const differing = new Map<SettingKey, Change>()
  for (const other of others) for (const change of changes(first!, other)) differing.set(change.key, change)
  return withoutImplied([...differing.values()]).map(({ key }) => key)
}

function sharedText(of: Experiment, differ: ReadonlySet<SettingKey>, t: Messages): string {
  const { data, model, optimizer, training, seed } = of
  const steps = [
    differ.has('optimizer') ? '' : t.optimizers[optimizer.kind],
    differ.has('lr') ? '' : settingNumber(optimizer.learningRate),
  ]
  const parts: [SettingKey[], string][] = [
    [['data'], t.sets[data.set]],
    [['train'], t.panes.samples(whole(data.train))],
    [[], networkText(model, t, differ)],
    [[], steps.filter((part) => part !== '').join(' ')],
    [['batch'], `${t.setting.batch.name.toLowerCase()} ${training.batchSize}`],
    [['seed-data', 'seed-weights', 'seed-training'], t.panes.seed(seed.data)],
  ]
  return parts
    .filter(([keys, text]) => text !== '' && !keys.some((key) => differ.has(key)))
    .map(([, text]) => text)
    .join(t.panes.comma)
}
