/** Three settings that the keys 1 to 3 lead to. Which they are can be changed at their numbers. */
import { useState } from 'react'
import { OPTIMIZERS } from '../../../domain/experiment/experiment.ts'
import { changes } from '../../../domain/settings/changes.ts'
import type { SettingKey } from '../../../domain/settings/settings.ts'
import type { AppState } from '../../../store/state.ts'
import { shownControl } from '../../settings/panel-body.tsx'
import { useActions, useAllText, useAppContext, useAppState } from '../../shared/app-context.tsx'
import { ChoiceSetting } from '../../shared/setting-rows.tsx'
import css from './present.module.css'

/** Those whose control is a line. */
const CHOICES: readonly SettingKey[] = [
  'train',
  'noise',
  'label-noise',
  'dropout',
  'l1',
  'l2',
  'optimizer',
  'loss',
  'lr',
  'batch',
  'epochs',
  'patience',
]
/** The remedies against overfitting, which most lectures come to. */
const USUAL: readonly SettingKey[] = ['dropout', 'l2', 'train']
const COUNT = 3

export function PresentedControls() {
  const { presenting: t, setting: names } = useAllText()
  const { look } = useActions()
  const { app } = useAppContext()
  const chosen = useAppState(({ view }) => view.presented)
  const hide = useAppState(({ view }) => view.hide)
  // They stay what they were when the presentation began, whatever is changed in it.
  const [first] = useState(() => firstControls(app.store.getState()))
  const settings = (chosen ?? first).filter((key) => !hide.includes(key))
  const choices = CHOICES.filter((key) => !hide.includes(key))
  return (
    <fieldset className={css.controls} aria-label={t.controls}>
      {settings.map((setting, i) => (
        <div key={setting} className={css.control} data-control={i + 1}>
          <span className={css.number}>
            <kbd aria-hidden>{i + 1}</kbd>
            <select
              aria-label={t.control(i + 1)}
              value={setting}
              onChange={({ target }) =>
                look({ presented: exchanged(settings, i, target.value as SettingKey) })
              }
            >
              {choices.map((key) => (
                <option key={key} value={key}>
                  {names[key].name}
                </option>
              ))}
            </select>
          </span>
          <div data-row>
            <Row setting={setting} />
          </div>
        </div>
      ))}
    </fieldset>
  )
}

function Row({ setting }: { readonly setting: SettingKey }) {
  const { optimizers } = useAllText()
  if (setting === 'optimizer')
    return <ChoiceSetting setting="optimizer" names={optimizers} among={OPTIMIZERS} />
  const Control = shownControl(setting)
  return Control && <Control titled />
}

/** What differs from the experiment that a person began with comes first: it is what the lecture is about. */
function firstControls({ draft, baseline, view }: AppState): readonly SettingKey[] {
  const changed = changes(baseline, draft.experiment).map(({ key }) => key)
  const wanted = [...changed, ...USUAL].filter((key) => CHOICES.includes(key) && !view.hide.includes(key))
  return [...new Set(wanted)].slice(0, COUNT)
}

/** The setting in place `i`; one that stands elsewhere changes places with what was there. */
function exchanged(settings: readonly SettingKey[], i: number, setting: SettingKey): readonly SettingKey[] {
  return settings.map((other, k) => (k === i ? setting : other === setting ? settings[i]! : other))
}
