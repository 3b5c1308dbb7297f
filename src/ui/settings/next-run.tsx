import { X } from 'lucide-react'
import { useMemo } from 'react'
import { runColour } from '../../charts/kit/colour.ts'
import { changes } from '../../domain/settings/changes.ts'
import { changesText, runName } from '../../text/run-name.ts'
import { ComparisonButton, canCompare } from '../compare/comparison-button.tsx'
import { Button } from '../kit/button.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { LiveVerbs } from '../shared/live-verbs.tsx'
import css from './settings-column.module.css'

/** The name that the next run will get, and a button that returns to the scene. */
export function NextRun() {
  const t = useText()
  const actions = useActions()
  const draft = useAppState((state) => state.draft)
  const baseline = useAppState((state) => state.baseline)
  const text = useMemo(
    () => changesText(changes(baseline, draft.experiment), draft.experiment, t),
    [baseline, draft, t],
  )
  const source = useAppState(({ runs, fork }) => runs.find(({ id }) => id === fork))
  const { comparison } = draft
  const comparable = useAppState(({ view }) => canCompare(view.hide))
  const live = useAppState((state) => state.live)
  return (
    <div className={css.foot}>
      {(comparison || comparable) && (
        <div className={css.comparison}>
          {comparison ? (
            <>
              <span>{t.comparison.title(t.setting[comparison.setting].name, comparison.entries.length)}</span>
              <ComparisonButton label={t.comparisonDialog.change} />
              <Button
                variant="icon"
                size="small"
                icon={<X size={15} strokeWidth={1.6} />}
                aria-label={t.comparison.clear}
                onClick={actions.clearLineup}
              />
            </>
          ) : (
            <>
              <span className={css.nextWord}>{t.comparison.none}</span>
              <ComparisonButton label={t.comparisonDialog.open} />
            </>
          )}
        </div>
      )}
      {source && (
        <p className={css.source} role="status">
          <span className={css.nextWord}>{t.foot.from}</span>
          <i style={{ background: runColour(source.colour) }} />
          <span className={css.sourceName} title={runName(source, t)}>
            {runName(source, t)}
          </span>
        </p>
      )}
      {live && !live.strip?.isDrawn && (
        <div className={css.comparison}>
          <LiveVerbs />
        </div>
      )}
      <div className={css.next}>
        <span className={css.nextWord}>{live ? t.live.next : t.foot.next}</span>
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
