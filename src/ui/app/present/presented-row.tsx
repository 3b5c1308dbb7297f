import { OPTIMIZERS } from '../../../domain/experiment/experiment.ts'
import type { SettingKey } from '../../../domain/settings/settings.ts'
import { shownControl } from '../../settings/panel-body.tsx'
import { useAllText } from '../../shared/app-context.tsx'
import { ChoiceSetting } from '../../shared/setting-rows.tsx'

/** The control of a setting that is presented, as a line. */
export function PresentedRow({ setting }: { readonly setting: SettingKey }) {
  const { optimizers } = useAllText()
  if (setting === 'optimizer')
    return <ChoiceSetting setting="optimizer" names={optimizers} among={OPTIMIZERS} />
  const Control = shownControl(setting)
  return Control && <Control titled />
}
