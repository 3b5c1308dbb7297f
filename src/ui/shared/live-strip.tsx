import { lazyPart } from './lazy.tsx'
import { useLive } from './live-context.tsx'
import type { SliderOfStrip } from './shown-strip.tsx'

const ShownStrip = lazyPart(async () => ({ default: (await import('./shown-strip.tsx')).ShownStrip }))

/** In live mode, under the slider that was moved last: the validation loss at each of its values that was tried. */
export function LiveStrip(slider: SliderOfStrip) {
  const live = useLive()
  const strip = live?.strip
  return strip?.setting === slider.setting ? <ShownStrip {...slider} live={live!} strip={strip} /> : null
}
