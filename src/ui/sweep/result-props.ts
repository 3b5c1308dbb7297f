import type { Sweep } from '../../domain/sweep/sweep.ts'
import type { CellSummary, Metric } from '../../domain/sweep/sweep-run.ts'

export interface ResultProps {
  readonly sweep: Sweep
  readonly metric: Metric
  readonly cells: readonly CellSummary[]
  readonly best: CellSummary | null
  readonly log: boolean
  readonly selected: number | null
  readonly onSelect: (index: number) => void
}
