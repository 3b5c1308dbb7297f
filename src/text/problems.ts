import type { Problem } from '../domain/experiment/problem.ts'
import type { TableProblem } from '../domain/table/table.ts'
import type { Messages } from './messages.ts'

/** A problem as a sentence fragment that follows the name of its place. */
export function problemText(problem: Problem, t: Messages): string {
  const { problems, sets, modelKinds, activations } = t
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
    case 'model-needs-images':
      return problems.modelNeedsImages(sets[problem.set])
    case 'model-needs-sequences':
      return problems.modelNeedsSequences(sets[problem.set])
    case 'activation-not-here':
      return problems.activationNotHere(
        modelKinds[problem.model],
        problem.choices.map((choice) => activations[choice]).join(', '),
      )
    case 'pooled-away':
      return problems.pooledAway(problem.block, problem.height, problem.width)
    case 'layers-missing':
      return problems.layersMissing(modelKinds[problem.model])
    case 'points-missing':
      return problems.pointsMissing(problem.points, problem.classes)
    case 'points-not-drawn':
      return problems.pointsNotDrawn(sets[problem.set])
    case 'unreadable':
      return problems.unreadable
    default:
      return tableProblemText(problem, t)
  }
}

export function tableProblemText(problem: TableProblem, { problems }: Messages): string {
  switch (problem.kind) {
    case 'table-gone':
      return problems.tableGone
    case 'table-shape':
      return problems.tableShape
    case 'table-empty':
      return problems.tableEmpty
    case 'table-too-few':
      return problems.tableTooFew(problem.rows)
    case 'table-ragged':
      return problems.tableRagged(problem.row, problem.found, problem.expected)
    case 'table-value':
      return problems.tableValue(problem.row, problem.column, problem.received)
    case 'table-target':
      return problems.tableTarget(problem.row, problem.received)
    case 'table-targets':
      return problems.tableTargets(problem.row, problem.found)
    case 'table-counts':
      return problems.tableCounts(problem.inputs, problem.targets)
    case 'table-one-class':
      return problems.tableOneClass(problem.name)
    case 'table-many-classes':
      return problems.tableManyClasses(problem.classes, problem.rows)
    case 'table-constant':
      return problems.tableConstant(problem.column)
    case 'table-too-large':
      return problems.tableTooLarge(problem.rows, problem.columns)
    case 'table-part':
      return problems.tablePart(problem.row, problem.received)
    case 'table-part-empty':
      return problems.tablePartEmpty(problem.part)
    default:
      return problem satisfies never
  }
}
