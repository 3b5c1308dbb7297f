/**
 * What a panel of settings holds. A setting names its panel in the table of settings (domain/settings); here every one
 * of them has its control, in the order in which they stand. A setting without a control does not compile.
 */
import type { ReactNode } from 'react'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { FoldedSetting, Panel, ShownSetting } from '../../domain/settings/settings.ts'

interface ControlProps {
  /** Whether the panel stands under its title, which then has the panel's switch. */
  readonly titled: boolean
}

/** Renders nothing where the experiment has no use for the setting. */
export type Control = (props: ControlProps) => ReactNode

export interface PanelContents<On extends Panel> {
  readonly shown: Readonly<Record<ShownSetting<On>, Control>>
  /** What follows from the settings above. */
  readonly consequences?: ReactNode
  /** Under "More settings". A shown setting whose control offers only its common values stands here again with all. */
  readonly folded: Readonly<Record<FoldedSetting<On>, Control> & Partial<Record<ShownSetting<On>, Control>>>
  /** Whether an experiment has any use for the folded settings; it always has if left out. */
  foldedApply?(experiment: Experiment): boolean
  readonly foot?: ReactNode
}
