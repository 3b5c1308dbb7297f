/** The page as a whole: its name, its notices, and what it says when a part of it fails. */
export const page = {
  name: 'Fitting Room',
  tagline: 'See a network fit, fit too well, or not fit.',
  language: 'Language',
  theme: { toDark: 'Dark theme', toLight: 'Light theme' },
  present: 'Present',
  presentHint: 'One chart, large, for a lecture hall',
  /** What a button does, and the key that does the same. */
  withKey: (hint: string, key: string) => `${hint} (${key})`,
  dismiss: 'Dismiss',
  /** Between two sentences. */
  gap: ' ',
  notices: {
    live: 'Live mode could not be fetched. Check the connection and switch it on again.',
    link: 'Part of the link could not be used; defaults stand in for it:',
    unavailable: (from: string, to: string) =>
      `${from} cannot be used here, so training runs on ${to}. Results are the same to rounding.`,
    noSimd: (to: string) =>
      `This browser has no WebAssembly SIMD, so training runs on ${to}. Results are the same to rounding, only slower.`,
    lost: (to: string) =>
      `The graphics device stopped. Training goes on with ${to} from the last checkpoint.`,
    language: 'The other language could not be loaded. Check the connection and choose it again.',
    noEngine:
      'Nothing can be trained here: the browser does not start this page’s background workers. Reload the page. If that does not help, allow workers for this page in your content blocker or privacy settings, or open it in another browser.',
  },
  notLoaded: 'This part of the page could not be loaded.',
  crash: {
    title: 'Something broke',
    text: 'This is an error of ours. Your experiment is in the link, so reloading loses nothing but the runs.',
    reload: 'Reload',
  },
}
