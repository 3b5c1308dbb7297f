import { loss, tick, whole } from '../../../text/format.ts'
import type { Messages } from '../../../text/messages.ts'

/** What every track of epochs says, whatever it is a track of. */
export const bandLabels = (t: Messages) => ({
  title: t.stage.loss,
  train: t.parts.train,
  validation: t.parts.validation,
  value: loss,
  tick,
  xTick: whole,
})
