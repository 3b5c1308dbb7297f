/** The verdict on each run, kept until it has new epochs. */
import { type Diagnosis, diagnose } from '../domain/diagnosis/diagnose.ts'
import { type Settled, settle } from '../domain/diagnosis/settled.ts'
import type { Verdict } from '../domain/diagnosis/verdict.ts'
import type { Source } from '../domain/table/source.ts'
import { outcomeOf, type RunView } from './run-view.ts'
import type { StoreCore } from './store-core.ts'

export interface RunDiagnosis extends Diagnosis {
  /** What the page says: of a run that goes on, the verdict that has settled. */
  readonly headline: Verdict
  /** Whether the run has ended. */
  readonly isFinal: boolean
  /** Epochs that it was made from. */
  readonly epochs: number
}

interface Kept {
  readonly source: Source | undefined
  readonly settled: Settled
  readonly diagnosis: RunDiagnosis
}

/** A run that goes on is judged again when it is so much longer: a whole run costs a few dozen judgements. */
const GROWTH = 1.05

export function createDiagnoses({ histories, sources }: Pick<StoreCore, 'histories' | 'sources'>) {
  const kept = new Map<string, Kept>()

  /** null before the first epoch, and of a run that failed without one. */
  return function diagnosis(view: RunView): RunDiagnosis | null {
    const epochs = histories.get(view.id)?.length ?? 0
    const outcome = outcomeOf(view)
    const diverged = outcome?.kind === 'diverged'
    if (epochs === 0 && !diverged) return null
    const source = sources.get(view.experiment.data)
    const before = kept.get(view.id)
    const isFinal = outcome !== null
    if (before && before.source === source && before.diagnosis.isFinal === isFinal) {
      const { epochs: last } = before.diagnosis
      if (epochs === last || (!isFinal && epochs > last && epochs < last * GROWTH)) return before.diagnosis
    }
    const { experiment, start } = view
    const found = diagnose(
      { experiment, epochs: histories.get(view.id)?.columns() ?? [], start, outcome },
      source,
    )
    const goesOn = before && before.diagnosis.epochs <= epochs
    const settled = settle(goesOn ? before.settled : null, found.verdict, epochs)
    const diagnosis = { ...found, headline: isFinal ? found.verdict : settled.verdict, isFinal, epochs }
    kept.set(view.id, { source, settled, diagnosis })
    for (const id of kept.keys()) if (!histories.has(id)) kept.delete(id)
    return diagnosis
  }
}
