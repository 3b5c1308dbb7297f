import { useAppState } from '../shared/app-context.tsx'
import { SliderSetting, SwitchSetting } from '../shared/setting-rows.tsx'
import type { PanelContents } from './panel-contents.ts'
import { penaltyScale } from './scales.ts'

export const regularizationPanel: PanelContents<'regularization'> = {
  shown: {
    dropout: () => (
      <SliderSetting
        setting="dropout"
        scale={{ kind: 'linear', min: 0, max: 0.9, step: 0.01 }}
        limits={[0, 0.99]}
      />
    ),
    l1: () => <SliderSetting setting="l1" scale={penaltyScale} limits={[0, 10]} />,
    proximal: Proximal,
    l2: () => <SliderSetting setting="l2" scale={penaltyScale} limits={[0, 10]} />,
  },
  folded: {},
}

/** How the L1 penalty is applied, where there is one. */
function Proximal() {
  const penalized = useAppState(({ draft: { experiment, comparison } }) => {
    return experiment.regularization.l1 > 0 || comparison?.setting === 'l1'
  })
  return penalized && <SwitchSetting setting="proximal" />
}
