/** What the one button of a sweep does now; the space bar does the same. */
import type { Sweep } from '../../domain/sweep/sweep.ts'
import type { Sweeps, SweepsState } from '../../store/sweeps.ts'

export type SweepButton = 'pause' | 'resume' | 'start' | 'off'

/** `form` is the sweep that the form describes: a paused sweep goes on as long as it is the same. */
export function sweepButton(
  { status, sweep }: Pick<SweepsState, 'status' | 'sweep'>,
  form: Sweep | null,
): SweepButton {
  if (status === 'running') return 'pause'
  if (status === 'paused' && (form === null || JSON.stringify(form) === JSON.stringify(sweep)))
    return 'resume'
  return form === null ? 'off' : 'start'
}

export function pressSweepButton(sweeps: Sweeps, form: Sweep | null) {
  const button = sweepButton(sweeps.store.getState(), form)
  if (button === 'pause') sweeps.pause()
  if (button === 'resume') sweeps.resume()
  if (button === 'start' && form) sweeps.start(form)
}
