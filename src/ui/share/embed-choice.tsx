/** The HTML that puts the experiment into another page, and what stands there beside its curves. */
import { useState } from 'react'
import { PRESENTED_AT_MOST } from '../../domain/settings/presented.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import { embedUrl } from '../../page/urls.ts'
import { sceneName } from '../../text/run-name.ts'
import { ChipSelect } from '../kit/chip-select.tsx'
import { Switch } from '../kit/switch.tsx'
import { useActions, useAllText, useAppContext, useAppState } from '../shared/app-context.tsx'
import { CopyButton } from '../shared/copy-button.tsx'
import { usePresentedSettings } from '../shared/presented-settings.ts'
import css from './share.module.css'

/** High enough for everything in a frame of 640 pixels; a page may follow the wanted height instead (docs/links.md). */
const HEIGHT = 480

export function EmbedChoice() {
  const t = useAllText()
  const { title, about, table, starts, copy, copied, frame } = t.embed.share
  const { app } = useAppContext()
  const draft = useAppState((state) => state.draft)
  const isLive = useAppState(({ live }) => live !== null)
  const { settings, choices } = usePresentedSettings()
  const [run, setRun] = useState(false)
  return (
    <section className={css.choice} aria-label={title}>
      <h3>{title}</h3>
      <p>{draft.experiment.data.set === 'rows' ? table : about}</p>
      {draft.experiment.data.set !== 'rows' && (
        <>
          <ControlChoices settings={settings} choices={choices} />
          {!isLive && <Switch label={starts} checked={run} onChange={setRun} />}
          <CopyButton
            text={frameHtml(embedUrl(app, settings, run), frame(sceneName(draft.preset, t)))}
            label={copy}
            copiedLabel={copied}
          />
        </>
      )}
    </section>
  )
}

/** The same controls as those of a presentation. */
function ControlChoices({ settings, choices }: ReturnType<typeof usePresentedSettings>) {
  const t = useAllText()
  const { look } = useActions()
  const choose = (place: number, chosen: SettingKey | null) => {
    const others = settings.map((other, i) => (i !== place && other === chosen ? settings[place] : other))
    others[place] = chosen ?? undefined
    look({ presented: others.filter((setting) => setting !== undefined) })
  }
  return (
    <div className={css.controls}>
      {Array.from({ length: PRESENTED_AT_MOST }, (_, place) => {
        const setting = settings[place]
        const name = t.embed.share.control(place + 1)
        return (
          <ChipSelect
            key={place}
            label={name}
            title={name}
            shown={setting ? t.setting[setting].name : t.embed.share.none}
            value={setting ?? ''}
            onChange={(value) => choose(place, choices.find((key) => key === value) ?? null)}
          >
            <option value="">{t.embed.share.none}</option>
            {choices.map((key) => (
              <option key={key} value={key}>
                {t.setting[key].name}
              </option>
            ))}
          </ChipSelect>
        )
      })}
    </div>
  )
}

function frameHtml(url: string, title: string): string {
  return `<iframe src="${escaped(url)}" title="${escaped(title)}" width="100%" height="${HEIGHT}" style="border: 0" loading="lazy"></iframe>`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
