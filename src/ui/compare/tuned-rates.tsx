import { isAboutRates } from '../../domain/comparison/comparison.ts'
import { useAppState } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'

const RatesBlock = lazyPart(async () => ({ default: (await import('./rates-block.tsx')).RatesBlock }))

/** How the learning rates of the draft's comparison were chosen, as long as it is one in which they matter. */
export function TunedRates() {
  const comparison = useAppState(({ draft }) => draft.comparison)
  return comparison && isAboutRates(comparison) && <RatesBlock comparison={comparison} />
}
