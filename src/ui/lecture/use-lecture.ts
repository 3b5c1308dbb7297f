/** The lecture that is open, and how it is changed: what was put together last is remembered beyond the page. */
import { useMemo } from 'react'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { PresetKey } from '../../domain/experiment/presets.ts'
import { type LectureScene, lectureText, readLecture } from '../../domain/link/lecture.ts'
import { decodeLink } from '../../domain/link/link.ts'
import { readPairs } from '../../domain/link/pairs.ts'
import { presetScene } from '../../domain/link/scene.ts'
import { rememberedLecture, rememberLecture } from '../../page/preferences.ts'
import type { Lecture } from '../../store/state.ts'
import type { Messages } from '../../text/messages.ts'
import { changesAfter, dataName, sceneName, summary } from '../../text/run-name.ts'
import { useActions, useAppContext, useAppState, useText } from '../shared/app-context.tsx'

const NONE: Lecture = { scenes: [], at: null }

export function useLecture() {
  const { setLecture } = useActions()
  const lecture = useAppState((state) => state.lecture) ?? NONE
  const change = (scenes: readonly LectureScene[], at: number | null) => {
    setLecture(scenes, at)
    rememberLecture(lectureText(scenes))
  }
  return { ...lecture, change }
}

/** The scenes that were put together last. */
export function lastScenes(): readonly LectureScene[] {
  const text = readPairs(`scenes=${rememberedLecture()}`, []).get('scenes') ?? ''
  return readLecture(text, [])
}

export interface SceneName {
  /** What the lecturer calls it, or else the lesson or the ready scene that it is, or its settings, and what it compares. */
  readonly title: string
  readonly settings: string
  /** A lesson asks before it trains, and live mode trains anyway. */
  readonly mayRun: boolean
}

/** A ready scene, and what is different in it. */
function withChanges(preset: PresetKey, experiment: Experiment, t: Messages): string {
  const name = sceneName(preset, t)
  const changed = changesAfter(name, presetScene(preset).experiment, experiment, t)
  return changed === '' ? name : `${name} + ${changed}`
}

export function useSceneNames(scenes: readonly LectureScene[]): readonly SceneName[] {
  const t = useText()
  const { tables } = useAppContext().app
  return useMemo(
    () =>
      scenes.map(({ title, link }) => {
        const { preset, experiment, comparison, lesson, live } = decodeLink(link, tables)
        const settings = [dataName(experiment, t), summary(experiment, t)].join(t.time.comma)
        const scene = preset === null ? settings : withChanges(preset, experiment, t)
        const compared =
          comparison && t.comparison.title(t.setting[comparison.setting].name, comparison.entries.length)
        const itself =
          lesson !== null
            ? t.lessons.list[lesson].title
            : [scene, ...(compared === null ? [] : [compared])].join(t.panes.dot)
        return {
          title: title === '' ? itself : title,
          settings,
          mayRun: lesson === null && !live,
        }
      }),
    [scenes, tables, t],
  )
}
