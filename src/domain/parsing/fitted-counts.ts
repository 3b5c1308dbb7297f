import { dataSet } from '../data/registry.ts'
import { type DataSettings, PARTS, type Part } from '../experiment/experiment.ts'
import { FEWEST_ROWS } from '../table/table.ts'

/**
 * Fits the sizes of the parts to the samples that a set has. Sizes that nobody gave become the largest that
 * fit; those in `given` stay as they are, even where they are wrong. Generated sets have as many samples as
 * are asked for.
 */
export function fittedCounts(data: DataSettings, given: ReadonlySet<Part>): Pick<DataSettings, Part> {
  const { train, validation, test } = data
  const set = dataSet(data)
  if (set.kind === 'generated' || set.available < FEWEST_ROWS) return { train, validation, test }
  const { parts = null } = (set.from === 'table' && data.rows) || {}
  if (parts !== null) {
    const fitted = (part: Part) => (given.has(part) ? data[part] : Math.min(data[part], parts[part]))
    return { train: fitted('train'), validation: fitted('validation'), test: fitted('test') }
  }
  const wanted = Math.max(1, ...PARTS.filter((p) => p !== 'train' && given.has(p)).map((part) => data[part]))
  const fittedTrain = given.has('train') ? train : Math.max(1, Math.min(train, set.available - 2 * wanted))
  const left = Math.max(1, Math.floor((set.available - fittedTrain) / 2))
  return {
    train: fittedTrain,
    validation: given.has('validation') ? validation : Math.min(validation, left),
    test: given.has('test') ? test : Math.min(test, left),
  }
}
