import { useAppState } from './app-context.tsx'
import { lazyPart } from './lazy.tsx'
import { useLive } from './live-context.tsx'
import type { SliderOfStrip } from './shown-strip.tsx'

const ShownStrip = lazyPart(async () => ({ default: (await import('./shown-strip.tsx')).ShownStrip }))

/** In live mode, under the slider that was moved last: the validation loss at each of its values that was tried. A presentation has no room for it. */
export function LiveStrip(slider: SliderOfStrip) {
  // Rows of the other sliders are not drawn again with every live run.
  const isMoved = useAppState(({ live, view }) => !view.presenting && live?.strip?.setting === slider.setting)
  return isMoved && <MovedStrip {...slider} />
}

function MovedStrip(slider: SliderOfStrip) {
  const live = useLive()
  return live?.strip && <ShownStrip {...slider} live={live} strip={live.strip} />
}
