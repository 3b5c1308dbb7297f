/** The page as it is projected. */
export const present = {
  presenting: {
    title: 'Presentation',
    controls: 'Controls',
    /** Of the select that changes which setting is the control with this number. */
    control: (number: number) => `Setting of control ${number}`,
    run: 'run or pause',
    keep: 'keep this run',
    kept: 'this run is kept',
    choose: 'choose a control',
    adjust: 'adjust',
    step: 'step',
    reset: 'reset',
    log: 'log axis',
    picture: 'picture of the fit',
    verdict: 'verdict',
    /** Of a lecture. */
    scenes: 'change the scene',
    /** The verdict, before its sentence; with the name of its run where there are several. */
    told: (run: string | null, verdict: string) => `${run === null ? '' : `${run}: `}${verdict}.`,
    leave: 'leave',
    /** Of a lesson, whose answers are not part of the presentation. */
    answers: 'Esc leads to the answers',
  },
}
