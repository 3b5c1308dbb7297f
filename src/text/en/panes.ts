import { counted } from '../format.ts'

export const panes = {
  panes: {
    /** The view of the stage. */
    name: 'Side by side',
    model: 'Below the loss',
    modelOf: (letter: string) => `Below the loss of ${letter}`,
    views: { gradients: 'Gradients', histogram: 'Gradient histogram', fit: 'What it learned' },
    change: 'Change settings',
    openSettings: 'Open the settings',
    closeSettings: 'Close the settings',
    changed: (panel: string) => `${panel}, changed`,
    listed: (names: readonly string[]) =>
      names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
    comma: ', ',
    /** Between the parts of a line. */
    dot: ' · ',
    only: (runs: string) => `${runs} differ only in`,
    several: (runs: string, count: number) =>
      `${runs} differ in ${counted(count, 'setting')}, so the cause cannot be told`,
    none: (runs: string) => `${runs} are the same experiment`,
    settingNumber: (name: string, values: string) => `${name}: ${values}`,
    same: (settings: string) => `the same: ${settings}`,
    samples: (count: string) => counted(count, 'sample'),
    epochs: (count: string) => counted(count, 'epoch'),
    seed: (seed: number) => `seed ${seed}`,
    ownRates: (runs: string, settingNumber: string) =>
      `${runs} differ in the ${settingNumber}, each at its own learning rate:`,
    /** The runs on the charts that have no pane. */
    leftOut: (names: string) => `Not shown: ${names}`,
    choose: (shown: number, visible: number) => `${shown} of ${counted(visible, 'run')}`,
    chooseHint: (most: number) =>
      most === 1
        ? 'Only the first that is ticked is shown.'
        : `The first ${most} that are ticked stand side by side.`,
    pane: (letter: string, name: string) => `${letter}: ${name}`,
    bestAt: (epoch: string) => `best at epoch ${epoch}`,
    asOneAnswer: (level: string) => `about as good as always the same answer, ${level}`,
    best: (loss: string, epoch: string): readonly string[] => ['best ', loss, ` at epoch ${epoch}`],
    gap: (gap: string, epoch: string) => `gap ${gap} at epoch ${epoch}`,
    parameters: (count: string) => counted(count, 'parameter'),
    output: (layer: number) => `layer ${layer} (output)`,
    /** Figures at the odd places are printed large. */
    times: (layer: number, times: string): readonly string[] => [
      `Gradient of layer ${layer}: `,
      times,
      ' times that of layer 1',
    ],
    silent: 'No gradient reaches layer 1',
    firstLayer: (gradient: string) => `layer 1: ${gradient}`,
    oneLayer: 'One layer has no other to be compared with.',
    nothing: 'Nothing trained yet.',
    empty: 'Side by side takes two runs',
    first: 'Press Run, or the space bar, for the first of them.',
    comparison: (values: string) => `Press Run, or the space bar: ${values} will stand here side by side.`,
    fork: 'Change one setting and run again: this run stays, with the same data, initial weights and order.',
    forkButton: 'Change a setting',
    beside: 'The settings have changed since this run.',
    besideButton: 'Run the current settings beside it',
    lastTwo: 'Show the last two runs',
  },
}
