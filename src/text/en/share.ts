import { counted, whole } from '../format.ts'

export const share = {
  share: {
    label: 'Share',
    copied: 'Link copied',
    hint: 'A link to this experiment, alone or with its runs',
    failed: 'The browser does not lend its clipboard: copy it from here.',
    title: 'Share a link',
    close: 'Close',
    copy: 'Copy link',
    experiment: 'The experiment',
    experimentHint: 'Settings and seeds. Whoever opens it presses Run and gets the same curves.',
    tableHint:
      'Settings and seeds, not the rows of your table: whoever opens it reads the same file in first, then opens the link.',
    withRuns: (runs: number) =>
      runs === 0
        ? 'The experiment with its finished runs'
        : `The experiment with its ${runs === 1 ? 'finished run' : `${whole(runs)} finished runs`}`,
    withRunsHint: 'Also the curves on the charts and what the networks learned; nothing has to be trained.',
    withoutWeightsHint:
      'Also the curves on the charts. What the networks learned is too much for a link: whoever opens it trains them again to see it. A file (Export) holds everything.',
    noRuns: 'No run on the charts has finished.',
    length: (characters: string) => `${counted(characters, 'character')}.`,
    long: 'Some mail and chat programs cut links this long; a file (Export) is safe.',
    tooLong: 'Too long for a link: save the runs as JSON (Export).',
    /** Of a run that was opened. */
    noWeights: 'This run came without its weights: there were too many for a link.',
    bringWeights: 'Train it again here',
  },
}
