import type { ImportProblem } from '../domain/run/record-problem.ts'
import type { TableProblem } from '../domain/table/table.ts'
import type { AllMessages } from './messages.ts'
import { tableProblemText } from './problems.ts'

/** Why a file or link of runs could not be used, and what to do. */
export function refusedFileText(why: ImportProblem | TableProblem, t: AllMessages): string {
  const { refusedFiles } = t
  return typeof why === 'string' ? refusedFiles.why[why] : refusedFiles.table(tableProblemText(why, t))
}
