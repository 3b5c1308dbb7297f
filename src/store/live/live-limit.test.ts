import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  app,
  closeLivePage,
  finish,
  grow,
  live,
  only,
  openLivePage,
  pass,
  row,
  SMALL,
  tell,
  training,
} from './live-page.testing.ts'

beforeEach(openLivePage)
afterEach(closeLivePage)

describe('too slow for a hand', () => {
  it('is told from the first part of a run, once', async () => {
    app.actions.openLink(`#${SMALL}&epochs=1000&live=1`)
    pass(500)
    grow(only(), [0.7, 0.6])
    const { slow } = live()
    expect(slow!.seconds).toBe(250)
    pass(500)
    tell({ type: 'epochs', run: only(), rows: [row(3, 0.5)], patience: { best: 3, wait: 0 } })
    expect(live().slow).toBe(slow)
  })

  it('offers fewer epochs or samples for the live view alone', async () => {
    app.actions.setLive(true)
    await finish(only(), undefined, 30_000)
    const { slow } = live()
    expect(slow!.seconds).toBe(30)
    app.actions.openLink(`#${SMALL}&epochs=300&live=1`)
    await finish(only(), undefined, 30_000)
    const [offer] = live().slow!.offers
    expect(offer).toEqual({ setting: 'epochs', most: 10 })
    app.actions.limitLive(offer!)
    const { experiment } = training.get(only())!
    expect(experiment.training.epochs).toBe(10)
    expect(app.store.getState().draft.experiment.training.epochs).toBe(300)
    expect(live().slow).toBe(null)
  })
})
