/** What the page says of sweeps where none is open. */
export const sweepControls = {
  sweepControls: {
    view: 'View',
    runs: 'Runs',
    sweep: 'Sweep',
    going: (done: string) => `Sweep ${done}`,
    start: 'Start sweep',
    controls: 'Sweep controls',
    pause: 'Pause',
    resume: 'Go on',
    cancel: 'Stop',
  },
}
