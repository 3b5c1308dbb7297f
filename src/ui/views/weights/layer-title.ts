import type { Messages } from '../../../text/messages.ts'

/** Of the layer at this index, from 0 at the input side. */
export function layerTitle(index: number, layers: number, t: Messages): string {
  return index === layers - 1 && index > 0 ? t.inside.output : t.inside.layer(index + 1)
}
