import { memo } from 'react'
import { type Panel, SETTINGS, type SettingKey } from '../../domain/settings/settings.ts'
import { useAppState } from '../shared/app-context.tsx'
import { More } from '../shared/more.tsx'
import { dataPanel } from './data-panel.tsx'
import { modelPanel } from './model/model-panel.tsx'
import { optimizerPanel } from './optimizer-panel.tsx'
import type { Control, PanelContents } from './panel-contents.ts'
import { foldedSettings } from './panels.ts'
import { regularizationPanel } from './regularization-panel.tsx'
import { stoppingPanel } from './stopping-panel.tsx'

const CONTENTS: { readonly [On in Panel]: PanelContents<On> } = {
  data: dataPanel,
  model: modelPanel,
  regularization: regularizationPanel,
  optimizer: optimizerPanel,
  stopping: stoppingPanel,
}

/** The control of a setting that stands in its panel at once. */
export function shownControl(setting: SettingKey): Control | undefined {
  const shown: Partial<Record<SettingKey, Control>> = CONTENTS[SETTINGS[setting].panel].shown
  return shown[setting]
}

interface Props {
  readonly panel: Panel
  /** Whether the panel stands under its title, which then has the panel's switch. */
  readonly titled: boolean
}

/** The controls of a panel's settings, and what stands between them. */
export const PanelBody = memo(function PanelBody({ panel, titled }: Props) {
  const { shown, consequences, folded, foldedApply, foot } = CONTENTS[panel]
  const settings = foldedSettings(panel)
  const folds = useAppState(
    ({ draft, view }) =>
      settings.some((key) => !view.hide.includes(key)) && (foldedApply?.(draft.experiment) ?? true),
  )
  return (
    <>
      <Controls of={shown} titled={titled} />
      {consequences}
      {folds && (
        <More settings={settings}>
          <Controls of={folded} titled={titled} />
        </More>
      )}
      {foot}
    </>
  )
})

function Controls({ of, titled }: { of: Readonly<Record<string, Control>>; titled: boolean }) {
  return Object.entries(of).map(([setting, Control]) => <Control key={setting} titled={titled} />)
}
