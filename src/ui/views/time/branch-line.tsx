/** The way on from the epoch that is shown: what a branch would train, or why it cannot. */
import { GitBranch } from 'lucide-react'
import { optimizerTraits } from '../../../domain/experiment/optimizers.ts'
import type { WeightEdit } from '../../../domain/run/branch.ts'
import { changes } from '../../../domain/settings/changes.ts'
import type { RunView } from '../../../store/run-view.ts'
import { branchProblem, branchUntil, optimizerGoesOn } from '../../../store/time-travel/branching.ts'
import { stateAt } from '../../../store/time-travel/moments.ts'
import type { Messages } from '../../../text/messages.ts'
import { changesText } from '../../../text/run-name.ts'
import { Button } from '../../kit/button.tsx'
import { useActions, useAppContext, useAppState, useFit, useText } from '../../shared/app-context.tsx'
import css from './time.module.css'

interface Branching {
  /** What it would do, or why it cannot be done. */
  readonly hint: string
  readonly possible: boolean
  /** Does nothing where it is not possible. */
  start(): void
}

const NO_EDITS: readonly WeightEdit[] = []

/** From an epoch of a run, with what was set by hand in the weights that are shown. */
export function useBranch(run: RunView, epoch: number): Branching {
  const t = useText()
  const { app, fit } = useAppContext()
  const actions = useActions()
  const draft = useAppState((state) => state.draft.experiment)
  const edits = useFit((state) => state.edits[run.id]) ?? NO_EDITS
  const problem = branchProblem(run, draft, epoch, app.deviceMemory)
  if (problem !== null) return { hint: t.time.problems[problem], possible: false, start: () => {} }
  const state = stateAt(run, app.kept(run.id), epoch)
  const isAnew =
    state !== null &&
    epoch > 0 &&
    optimizerTraits(draft.optimizer.kind).slots.length > 0 &&
    !optimizerGoesOn(run, draft, state)
  const different = changes(run.experiment, draft).filter(({ key }) => key !== 'epochs')
  return {
    hint: hintOf(t, branchUntil(draft, epoch), [
      changesText(different, draft, t),
      isAnew ? t.time.anew(t.optimizers[draft.optimizer.kind]) : '',
    ]),
    possible: state !== null,
    start() {
      actions.branch(run.id, { epoch, edits })
      fit.forgetEdits(run.id)
    },
  }
}

function hintOf(t: Messages, until: number, more: readonly string[]): string {
  return [t.time.branchHint(until), ...more].filter((part) => part !== '').join(t.time.comma)
}

interface Props {
  readonly run: RunView
  readonly branch: Branching
}

export function BranchLine({ run, branch }: Props) {
  const t = useText()
  const { fit } = useAppContext()
  const edits = useFit((state) => state.edits[run.id])?.length ?? 0
  return (
    <div className={css.branch}>
      <p className={css.hint}>
        {edits > 0 && (
          <>
            <strong className={css.edited}>{t.time.edited(edits)}</strong>{' '}
            <Button variant="plain" size="small" onClick={() => fit.forgetEdits(run.id)}>
              {t.time.undo}
            </Button>{' '}
          </>
        )}
        {branch.hint}
      </p>
      <Button
        variant={edits > 0 ? 'primary' : 'outline'}
        size="small"
        icon={<GitBranch />}
        disabled={!branch.possible}
        onClick={branch.start}
      >
        {t.time.branch}
      </Button>
    </div>
  )
}
