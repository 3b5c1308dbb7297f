/** A run that begins where another was at the end of an epoch, with the settings that the controls show. */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { slotStarts } from '../../domain/experiment/optimizers.ts'
import { flatWeights, namedWeights } from '../../domain/network/initial-weights.ts'
import { weightTensors } from '../../domain/network/network.ts'
import { cannotRunReason } from '../../domain/parsing/cannot-run.ts'
import type { Branch, WeightEdit } from '../../domain/run/branch.ts'
import { MOST_EPOCHS } from '../../domain/run/record-schema.ts'
import { stoppingRule } from '../../domain/run/stopping-rule.ts'
import { freshStopping } from '../../domain/training/early-stopping.ts'
import type { Checkpoint, TrainerState } from '../../protocol/checkpoint.ts'
import type { RunView } from '../run-view.ts'
import { withEdits } from './edits.ts'
import type { KeptStates } from './kept-states.ts'
import { stateAt } from './moments.ts'

export interface BranchPoint {
  /** An epoch whose weights are at hand (moments.ts). */
  readonly epoch: number
  readonly edits: readonly WeightEdit[]
}

/** Why the controls cannot train a run's weights on, if they cannot. */
export type BranchProblem =
  /** They show a network of another shape. */
  | 'other-network'
  /** They show what cannot be trained at all. */
  | 'cannot-run'
  /** No later epoch is possible. */
  | 'no-epochs-left'

/** What a branch needs to start. */
export interface Begun {
  readonly parent: RunView
  readonly experiment: Experiment
  readonly branch: Branch
  readonly checkpoint: Checkpoint
}

export function branchProblem(
  { experiment }: RunView,
  draft: Experiment,
  epoch: number,
  deviceMemory: number | undefined,
): BranchProblem | null {
  if (cannotRunReason(draft, deviceMemory) !== null) return 'cannot-run'
  if (shapes(draft) !== shapes(experiment)) return 'other-network'
  return branchUntil(draft, epoch) > epoch ? null : 'no-epochs-left'
}

const shapes = (experiment: Experiment) =>
  weightTensors(experiment)
    .map(({ name, shape }) => `${name} ${shape.join()}`)
    .join()

/** The epoch that a branch trains to: that of the controls or, where it begins there or later, as many epochs more. */
export function branchUntil({ training: { epochs } }: Experiment, epoch: number): number {
  return epoch < epochs ? epochs : Math.min(epoch + epochs, MOST_EPOCHS)
}

/** Whether the optimizer's averages of an epoch were kept and can go on under the controls' optimizer. */
export function optimizerGoesOn(run: RunView, draft: Experiment, state: TrainerState): boolean {
  const { optimizer } = run.experiment
  return optimizer.kind === draft.optimizer.kind && state.slots.length === slotStarts(optimizer).length
}

/** null where there are no weights of that epoch. The run and the controls must fit (`branchProblem`). */
export function begun(
  parent: RunView,
  kept: KeptStates | null,
  draft: Experiment,
  { epoch, edits }: BranchPoint,
): Begun | null {
  const state = stateAt(parent, kept, epoch)
  if (state === null) return null
  const goesOn = optimizerGoesOn(parent, draft, state)
  const training = { ...draft.training, epochs: branchUntil(draft, epoch) }
  const experiment = { ...draft, training }
  const weights = flatWeights(withEdits(namedWeights(parent.experiment, state.weights), edits))
  const fresh = slotStarts(draft.optimizer).map((start) => new Float32Array(weights.length).fill(start))
  return {
    parent,
    experiment,
    branch: {
      run: parent.id,
      epoch,
      // Before training there is nothing to keep.
      optimizer: goesOn || epoch === 0 ? 'kept' : 'new',
      ...(edits.length > 0 && { edits }),
    },
    checkpoint: {
      epoch,
      state: { weights, slots: goesOn ? state.slots : fresh, updates: goesOn ? state.updates : 0 },
      stopping: freshStopping(stoppingRule(experiment)),
      best: null,
    },
  }
}

/** The engines of the epochs that a branch has from its parent. */
export function enginesUntil(
  { engine, earlier = [] }: RunView,
  epoch: number,
): Pick<RunView, 'engine' | 'earlier'> {
  const before = earlier.filter(({ until }) => until < epoch)
  const last = earlier[before.length]?.engine ?? engine
  return epoch === 0 ? { engine: null } : { engine: last, ...(before.length > 0 && { earlier: before }) }
}
