import type { Problem } from '../domain/problem.ts'
import type { Messages } from './en.ts'

/** A problem as a sentence fragment that follows the name of its place. */
export function problemText(problem: Problem, { problems, notices }: Messages): string {
  switch (problem.kind) {
    case 'unknown-key':
      return problems.unknownKey
    case 'missing':
      return problems.missing
    case 'wrong-type':
      return problems.wrongType(problem.received)
    case 'not-one-of':
      return problems.notOneOf(problem.received, problem.choices.slice(0, 12).join(', '))
    case 'too-small':
      return problems.tooSmall(problem.received, problem.limit)
    case 'too-large':
      return problems.tooLarge(problem.received, problem.limit)
    case 'not-whole':
      return problems.notWhole(problem.received)
    case 'loss-needs-classes':
      return problems.lossNeedsClasses(problem.set)
    case 'monitor-needs-classes':
      return problems.monitorNeedsClasses(problem.set)
    case 'too-few-samples':
      return problems.tooFewSamples(problem.available, problem.left)
    case 'too-much-memory':
      return problems.tooMuchMemory(problem.needed, problem.budget)
    case 'not-yet':
      return notices.later
    case 'unreadable':
      return problems.unreadable
    default:
      return problem satisfies never
  }
}
