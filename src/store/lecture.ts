/**
 * The lecture that is open: scenes to go through. A scene is opened as its link is, but what was trained for it before is
 * shown again, and a presentation goes on.
 */
import { membersOf } from '../domain/comparison/comparison.ts'
import { sameExperiment } from '../domain/experiment/identity.ts'
import type { LectureScene } from '../domain/link/lecture.ts'
import { decodeLink } from '../domain/link/link.ts'
import type { DraftActions } from './draft.ts'
import { onlyShown } from './shown-runs.ts'
import type { StoreCore } from './store-core.ts'

export interface LectureActions {
  /** Opens a lecture, or changes it; `at` is the scene that the page shows, from 0, if any. What it shows stays. */
  setLecture(scenes: readonly LectureScene[], at: number | null): void
  /** Does nothing where there is no such scene. */
  goToScene(at: number): void
  /** Runs, settings and views stay as they are. */
  closeLecture(): void
}

export function lectureActions(
  core: StoreCore,
  { openLink }: Pick<DraftActions, 'openLink'>,
): LectureActions {
  const { get, set } = core

  /** The latest run of each experiment of a scene; none unless there is one of each. */
  function runsFor(link: string): readonly string[] {
    const { runs } = get()
    const members = membersOf(decodeLink(link, core.tables), core.tables)
    const found = members.map((experiment) =>
      runs.findLast((run) => run.latest !== null && sameExperiment(run.experiment, experiment)),
    )
    return found.every((run) => run !== undefined) ? found.map(({ id }) => id) : []
  }

  return {
    setLecture(scenes, at) {
      set({ lecture: { scenes, at: at !== null && at in scenes ? at : null } })
    },
    goToScene(at) {
      const { lecture, view } = get()
      const scene = lecture?.scenes[at]
      if (!lecture || !scene) return
      const trained = runsFor(scene.link)
      // What the scene before asked for is not this one's.
      set({ engine: 'auto', pace: null })
      const { live, lesson } = openLink(scene.link, trained.length === 0)
      set((now) => ({
        lecture: { ...lecture, at },
        view: { ...now.view, presenting: view.presenting },
      }))
      // A lesson shows the runs that belong to it, and live mode its own.
      if (live || lesson !== null || trained.length === 0) return
      set(({ runs }) => ({ runs: onlyShown(runs, trained), runGroup: trained, focus: trained[0] ?? null }))
    },
    closeLecture() {
      set({ lecture: null })
    },
  }
}
