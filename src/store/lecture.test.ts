import { beforeEach, describe, expect, it } from 'vitest'
import type { LectureScene } from '../domain/link/lecture.ts'
import { encodeLecture } from '../domain/link/link.ts'
import { app, fake, finished, openPage, row, settled } from './page.testing.ts'

const state = () => app.store.getState()
const { goToScene, openLink, setLecture, closeLecture, edit, look } = {
  goToScene: (at: number) => app.actions.goToScene(at),
  openLink: (hash: string) => app.actions.openLink(hash),
  setLecture: (...args: Parameters<typeof app.actions.setLecture>) => app.actions.setLecture(...args),
  closeLecture: () => app.actions.closeLecture(),
  edit: (...args: Parameters<typeof app.actions.edit>) => app.actions.edit(...args),
  look: (...args: Parameters<typeof app.actions.look>) => app.actions.look(...args),
}

const SCENES: readonly LectureScene[] = [
  { title: 'First', link: 'data=moons&epochs=3&run=1' },
  {
    title: 'Second',
    link: 'data=spiral&epochs=3&hide=lr&panes=gradients&compare=activation:sigmoid/relu&run=1',
  },
  { title: 'Third', link: 'data=circle' },
]
const starts = () => fake.calls.filter((call) => call.startsWith('start')).length
/** The runs on the charts, ended. */
async function ended() {
  await settled()
  const ids = state().runGroup
  for (const id of ids) {
    fake.say({ type: 'running', run: id })
    fake.say({ type: 'epochs', run: id, rows: [row(1), row(2), row(3)], patience: { best: 3, wait: 0 } })
    fake.say(finished(id, 3))
  }
  return ids
}

beforeEach(openPage)

describe('a lecture', () => {
  it('opens on its first scene and runs it, and goes on to the next as that one wants to be seen', async () => {
    openLink(encodeLecture(SCENES))
    expect(state().lecture).toEqual({ scenes: SCENES, at: 0 })
    const first = await ended()
    expect(first).toHaveLength(1)
    goToScene(1)
    expect(state().lecture?.at).toBe(1)
    expect(state().draft.experiment.data.set).toBe('spiral')
    expect(state().view).toMatchObject({ sideBySide: true, pane: 'gradients', hide: ['lr'] })
    expect(await ended()).toHaveLength(2)
    expect(starts()).toBe(3)
    // This one says nothing of running.
    goToScene(2)
    await settled()
    expect(state()).toMatchObject({ runGroup: [], view: { sideBySide: false, hide: [] } })
    expect(starts()).toBe(3)
  })

  it('shows again what a scene trained before, and only that, whatever was tried in between', async () => {
    openLink(encodeLecture(SCENES))
    const first = await ended()
    edit('dropout', 0.4)
    app.actions.runOrPause()
    await ended()
    goToScene(1)
    const second = await ended()
    goToScene(0)
    expect(state()).toMatchObject({ runGroup: first, focus: first[0] })
    expect(state().draft.experiment.regularization.dropout).toBe(0)
    const visible = () => state().runs.flatMap(({ id, visible }) => (visible ? [id] : []))
    expect(visible()).toEqual(first)
    goToScene(1)
    expect(visible()).toEqual(second)
    expect(
      new Set(
        state()
          .runs.filter(({ visible }) => visible)
          .map(({ colour }) => colour),
      ).size,
    ).toBe(2)
    expect(starts()).toBe(4)
    expect(state().runs).toHaveLength(4)
  })

  it('a slow pace or a pinned engine is of its own scene alone', () => {
    setLecture([{ title: '', link: 'data=moons&engine=cpu&pace=5' }, ...SCENES], null)
    goToScene(0)
    expect(state()).toMatchObject({ engine: 'cpu', pace: 5 })
    goToScene(3)
    expect(state()).toMatchObject({ engine: 'auto', pace: null })
  })

  it('a presentation goes on from scene to scene', async () => {
    openLink(encodeLecture(SCENES))
    look({ presenting: true })
    goToScene(1)
    expect(state().view.presenting).toBe(true)
  })

  it('ends where there is no scene, and is left with everything as it is', async () => {
    openLink(encodeLecture(SCENES))
    const first = await ended()
    goToScene(-1)
    goToScene(3)
    expect(state().lecture?.at).toBe(0)
    closeLecture()
    expect(state()).toMatchObject({ lecture: null, runGroup: first })
    goToScene(1)
    expect(state().draft.experiment.data.set).toBe('moons')
  })

  it('that is put together here changes nothing on the page until a scene is gone to', async () => {
    const { draft } = state()
    setLecture(SCENES, null)
    expect(state()).toMatchObject({ draft, lecture: { at: null } })
    setLecture(SCENES.slice(0, 1), 2)
    expect(state().lecture?.at).toBeNull()
    // Another link is no part of it.
    openLink('data=xor')
    expect(state().lecture).toBeNull()
  })
})
