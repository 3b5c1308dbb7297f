/** The column of a lesson, in a page whose client trains nothing: tests end the lesson's runs as they like. */
import '../app/tokens.css'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { tellingClient } from '../../client/quiet-client.testing.ts'
import type { LessonKey, LessonStep } from '../../domain/link/lesson-keys.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import { quietRoom } from '../app-context.testing.ts'
import { AppContextProvider } from '../shared/app-context.tsx'
import LessonColumn from './lesson-column.tsx'

/** The lesson that most of these tests open. */
export const KEY = 'overfitting-over-time'

export async function forgetLessons() {
  await page.viewport(1280, 900)
  localStorage.clear()
  sessionStorage.clear()
}

export const row = (epoch: number, train: number, validation: number): EpochRow => ({
  epoch,
  train: { loss: train, accuracy: 0.9 },
  validation: { loss: validation, accuracy: 0.8 },
  penalty: 0,
  learningRate: 0.01,
  gradients: [],
  seconds: 0.01,
})

/** `own` are the epochs of a run that the person trained before they opened the lesson. */
export async function show(
  step: LessonStep = 'predict',
  key: LessonKey = KEY,
  own: readonly EpochRow[] = [],
) {
  const { client, tell } = tellingClient()
  const context = quietRoom('#data=circle', { client })
  const { store, actions } = context.app
  const controls: unknown[] = []
  const finish = (run: string, rows: readonly EpochRow[]) => {
    const epoch = rows.length
    tell({ type: 'running', run })
    tell({ type: 'epochs', run, rows, patience: { best: 1, wait: 1 } })
    tell({
      type: 'finished',
      run,
      outcome: { kind: 'completed', epoch, best: 1, restored: null },
      last: [],
      best: null,
    })
  }
  if (own.length > 0) {
    actions.runOrPause()
    finish(store.getState().runs[0]!.id, own)
  }
  actions.openLesson(key, step)
  const screen = await render(
    <AppContextProvider value={context}>
      <div style={{ width: 320, height: 800, display: 'grid' }}>
        <LessonColumn controls={false} onControls={(shown) => controls.push(shown)} settings={null} />
      </div>
    </AppContextProvider>,
  )
  await expect.poll(() => store.getState().lesson?.scene).not.toBeNull()
  /** The lesson's runs end, their validation loss this many times above its lowest. */
  const end = (rise: number) => {
    for (const run of store.getState().lesson!.runs) finish(run, [row(1, 0.6, 0.5), row(2, 0.1, 0.5 * rise)])
  }
  return { screen, end, controls, store, actions, lesson: () => store.getState().lesson }
}
