import { counted } from '../format.ts'

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
    length: (characters: string) => `${counted(characters, 'character')}.`,
    long: 'Some mail and chat programs cut links this long; a file (Export) is safe.',
    tooLong: 'Too long for a link: save the runs as JSON (Export).',
    /** Of a run that was opened. */
    noWeights: 'This run came without its weights: there were too many for a link.',
    bringWeights: 'Train it again here',
  },
}
