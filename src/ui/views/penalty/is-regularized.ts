import type { Experiment } from '../../../domain/experiment/experiment.ts'
import type { Messages } from '../../../text/messages.ts'

/** Whether training makes something else small than the data loss that is drawn, so that there is a riddle to show. */
export const isRegularized = ({ regularization: { l1, l2, dropout } }: Experiment): boolean =>
  l1 > 0 || l2 > 0 || dropout > 0

export const penaltyTitle = ({ regularization: { l1, l2 } }: Experiment, t: Messages): string =>
  l1 > 0 || l2 > 0 ? t.inside.views.penalty : t.inside.fitLoss
