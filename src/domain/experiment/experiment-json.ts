/** An experiment as people save it and script with it: a table is written out, since a reference says nothing elsewhere. */
import { tableToJson } from '../table/table-json.ts'
import type { Experiment } from './experiment.ts'

/** The JSON from which `parseExperiment` makes the experiment again, here and on any other page. */
export function experimentToJson(experiment: Experiment): ExperimentJson {
  const { rows, ...data } = experiment.data
  if (!rows) return experiment as ExperimentJson
  return { ...experiment, data: { ...data, rows: tableToJson(rows) } } as ExperimentJson
}

/** An `Experiment` whose table is written out where the original has a reference. */
export type ExperimentJson = Omit<Experiment, 'data'> & {
  readonly data: Omit<Experiment['data'], 'rows'> & { readonly rows?: object | undefined }
}
