/** The page that stands in another one, and how it gets there. */
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
      table: 'Rows of your own stay on this machine: in another page the experiment would have no data.',
    },
  },
}
