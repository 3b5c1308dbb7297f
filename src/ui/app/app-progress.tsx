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

/** The progress bar of the run group, along the top of the page. */
export function TrainingTape() {
  const t = useText()
  const { epoch, epochs, state } = useRunGroup()
  return <EpochProgressBar epoch={epoch} epochs={epochs} state={STATES[state]} label={t.progress.label} />
}
