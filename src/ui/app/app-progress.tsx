import { EpochProgressBar } from '../kit/epoch-progress-bar.tsx'
import { useText } from '../shared/app-context.tsx'
import { useRunGroup } from '../shared/use-run-group.ts'

const STATES = {
  idle: 'idle',
  waiting: 'warming',
  warming: 'warming',
  running: 'running',
  paused: 'paused',
  ended: 'done',
} as const

/** Progress of the run group, on a measuring tape of epochs. */
export function TrainingTape() {
  const t = useText()
  const { epoch, epochs, state } = useRunGroup()
  return <EpochProgressBar epoch={epoch} epochs={epochs} state={STATES[state]} label={t.progress.label} />
}
