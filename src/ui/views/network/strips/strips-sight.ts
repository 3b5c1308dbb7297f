import type { Sight } from '../../../../store/predictions.ts'

export type StripsSight = Sight<'strips'>
export type StripsSeen = StripsSight['seen']
/** What a recurrent layer does over the steps. */
export type CellSeen = NonNullable<StripsSeen['cells'][number]>
