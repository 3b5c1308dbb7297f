/**
 * A ready sweep has settings of its own, which the controls show while this view is open. When a person leaves the
 * view, their own settings return; when they come back, so do the ready sweep's, as they were left.
 */
import { useEffect, useRef, useState } from 'react'
import type { Scene } from '../../domain/link/scene.ts'
import { type ReadySweepKey, readySweep } from '../../domain/sweep/ready-sweeps.ts'
import { useActions, useAppContext, useAppState } from '../shared/app-context.tsx'
import { draftOf, type SweepDraft } from '../shared/sweep-draft.ts'

export function useLentSettings(form: SweepDraft, setForm: (form: SweepDraft) => void) {
  const { app, sweeps } = useAppContext()
  const { lend, giveBack, keepLent } = useActions()
  const own = useAppState(({ aside, draft }) => (aside?.own.draft ?? draft).experiment)
  /** The earlier form belongs to the person's own settings. */
  const [ready, setReady] = useState<{ key: ReadySweepKey; before: SweepDraft } | null>(null)
  const left = useRef<Scene | null>(null)

  // The ready sweep's settings are gone: returned, undone, or another scene was chosen. This listener must
  // run before the next effect leaves the view.
  useEffect(
    () =>
      app.store.subscribe(({ aside }, before) => {
        if (before.aside === null || aside !== null || ready === null) return
        setForm(ready.before)
        setReady(null)
      }),
    [app, ready, setForm],
  )
  useEffect(() => {
    if (left.current) lend(left.current)
    left.current = null
    return () => {
      const { aside, draft, runGroup } = app.store.getState()
      if (aside === null) return
      // A person who starts runs of them wants to see and change the settings of these runs.
      if (runGroup.length > 0 && app.runGroupIsDraft()) return keepLent()
      left.current = draft
      giveBack()
    }
  }, [app, lend, giveBack, keepLent])

  return {
    own,
    chosen: ready?.key ?? null,
    giveBack,
    choose(key: ReadySweepKey) {
      const { sweep, metric } = readySweep(key)
      lend({ preset: null, experiment: sweep.base, comparison: null })
      setReady({ key, before: ready?.before ?? form })
      setForm(draftOf(sweep))
      sweeps.setMetric(metric)
    },
  }
}
