import { Tape } from '../kit/tape.tsx'
import { useText } from '../shared/app-context.tsx'
import { useHeat } from '../shared/use-run-group.ts'

const STATES = {
  idle: 'idle',
  waiting: 'warming',
  warming: 'warming',
  running: 'running',
  paused: 'paused',
  ended: 'done',
} as const

/** The heat's progress on the tape measure. */
export function TrainingTape() {
  const t = useText()
  const { epoch, epochs, state } = useHeat()
  return <Tape epoch={epoch} epochs={epochs} state={STATES[state]} label={t.progress.label} />
}
