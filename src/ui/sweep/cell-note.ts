import type { Problem } from '../../domain/experiment/problem.ts'
import type { CellSummary } from '../../domain/sweep/sweep-run.ts'
import type { AllMessages } from '../../text/messages.ts'

/** The reason why a cell has no plain value. */
export function noteOf(cell: CellSummary, problem: Problem | null, t: AllMessages): string | null {
  if (problem !== null) return t.sweep.invalid
  if (cell.diverged > 0) return t.sweep.diverged(cell.diverged, cell.runs.length)
  return cell.failed > 0 ? t.sweep.failed(cell.failed) : null
}
