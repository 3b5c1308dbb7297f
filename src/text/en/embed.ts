/** The page that stands in another one, and what the links hold. */
import { whole } from '../format.ts'

export const embed = {
  embed: {
    title: 'Experiment',
    open: 'Open in Fitting Room',
    openHint: 'Opens these settings in a tab of their own, with everything else',
    pressRun: 'Press Run',
    pictures: 'Picture',
    share: {
      title: 'In a page of your own',
      about: 'HTML for a course page: the curves, their verdict, and three controls of your choice.',
      control: (number: number) => `Control ${number}`,
      none: 'none',
      starts: 'Trains once it comes into sight',
      copy: 'Copy HTML',
      copied: 'HTML copied',
      frame: (scene: string) => `Fitting Room: ${scene}`,
      /** What each link holds. */
      links: {
        experimentHint: 'Settings and seeds. Whoever opens it presses Run and gets the same curves.',
        withRuns: (runs: number) =>
          runs === 0
            ? 'The experiment with its finished runs'
            : `The experiment with its ${runs === 1 ? 'finished run' : `${whole(runs)} finished runs`}`,
        withRunsHint:
          'Also the curves on the charts and what the networks learned; nothing has to be trained.',
        withoutWeightsHint:
          'Also the curves on the charts. What the networks learned is too much for a link: whoever opens it trains them again to see it. A file (Export) holds everything.',
        noRuns: 'No run on the charts has finished.',
        tableHint:
          'Settings and seeds, not the rows of your table: whoever opens it reads the same file in first, then opens the link.',
      },
      table: 'Rows of your own stay on this machine: in another page the experiment would have no data.',
    },
  },
}
