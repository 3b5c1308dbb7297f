import { lazyPart } from '../shared/lazy.tsx'

/** Remedies are offered once a run has ended: they are fetched while the page has nothing else to do. */
export const Remedies = lazyPart(async () => ({
  default: (await import('./remedies-block.tsx')).RemediesBlock,
}))
