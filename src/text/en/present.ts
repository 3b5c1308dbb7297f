/** The page as it is projected. */
export const present = {
  presenting: {
    title: 'Presentation',
    controls: 'Controls',
    /** Of the select that changes which setting is the control with this number. */
    control: (number: number) => `Setting of control ${number}`,
    run: 'run or pause',
    keep: 'keep this run',
    choose: 'choose a control',
    adjust: 'adjust',
    step: 'step',
    reset: 'reset',
    log: 'log axis',
    verdict: 'verdict',
    leave: 'leave',
  },
}
