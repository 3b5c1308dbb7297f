import { X } from 'lucide-react'
import { useMemo } from 'react'
import { runColour } from '../../charts/kit/colour.ts'
import { changes } from '../../domain/settings/settings.ts'
import { changesText, runName } from '../../text/run-name.ts'
import { RaceButton } from '../compare/comparison-button.tsx'
import { Button } from '../kit/button.tsx'
import { useActions, useLab, useText } from '../shared/app-context.tsx'
import css from './settings-column.module.css'

/** The name the next run will get, and the way back to the scene. */
export function NextRun() {
  const t = useText()
  const actions = useActions()
  const draft = useLab((state) => state.draft)
  const baseline = useLab((state) => state.baseline)
  const text = useMemo(() => changesText(changes(baseline, draft.experiment), t), [baseline, draft, t])
  const source = useLab(({ runs, fork }) => runs.find(({ id }) => id === fork))
  const { lineup } = draft
  return (
    <div className={css.foot}>
      <div className={css.lineup}>
        {lineup ? (
          <>
            <span>{t.lineup.title(t.settingNames[lineup.setting], lineup.entries.length)}</span>
            <RaceButton label={t.race.change} />
            <Button
              variant="icon"
              size="small"
              icon={<X size={15} strokeWidth={1.6} />}
              aria-label={t.lineup.clear}
              onClick={actions.clearLineup}
            />
          </>
        ) : (
          <>
            <span className={css.nextWord}>{t.lineup.none}</span>
            <RaceButton label={t.race.open} />
          </>
        )}
      </div>
      {source && (
        <p className={css.source} role="status">
          <span className={css.nextWord}>{t.foot.from}</span>
          <i style={{ background: runColour(source.colour) }} />
          <span className={css.sourceName} title={runName(source, t)}>
            {runName(source, t)}
          </span>
        </p>
      )}
      <div className={css.next}>
        <span className={css.nextWord}>{t.foot.next}</span>
        <output className={text === '' ? css.nextSame : css.nextName} title={text}>
          {text || (source ? t.foot.sameAsRun : t.foot.same)}
        </output>
        {text !== '' && (
          <button type="button" className={css.resetAll} onClick={actions.undoAll}>
            {t.foot.resetAll}
          </button>
        )}
      </div>
    </div>
  )
}
