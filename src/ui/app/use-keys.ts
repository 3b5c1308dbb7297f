import { useEffect, useEffectEvent } from 'react'
import type { Sweep } from '../../domain/sweep/sweep.ts'
import { useActions, useAppContext } from '../shared/app-context.tsx'
import { pressSweepButton } from '../sweep/sweep-button.ts'

/** Verbs by their keys, in small letters as `KeyboardEvent.key` has them. */
export type Verbs = Readonly<Record<string, () => void>>

/**
 * The keys of the page: space runs and pauses, S steps, R resets, L switches the loss axis, Ctrl+Z and Ctrl+Shift+Z
 * undo and redo changes of the draft and removals of runs, V turns live mode on and off, P presents. In live mode space pauses it,
 * Enter keeps its run, Escape takes the last change back. None of them works while a person types. Space belongs to a
 * control that was reached with the Tab key; after a click on a control it still runs and pauses, as a lecturer
 * expects. Where sweeps are shown, space starts and pauses the sweep, because nothing should train that is not seen.
 * `own` are those of a part that has the whole page, and come before the others.
 */
export function useKeys(
  sweep: { readonly form: Sweep | null } | null,
  own: (event: KeyboardEvent) => Verbs = () => ({}),
) {
  const actions = useActions()
  const { app, sweeps } = useAppContext()
  /** What the keys do: with the sweep where sweeps are shown, else with the runs. */
  const steering = useEffectEvent(
    (): Verbs =>
      sweep
        ? { ' ': () => pressSweepButton(sweeps, sweep.form) }
        : app.store.getState().live
          ? { ' ': actions.pauseLive, r: actions.undoAll, v: () => actions.setLive(false) }
          : {
              ' ': actions.runOrPause,
              s: actions.step,
              r: actions.reset,
              v: () => actions.setLive(true),
            },
  )
  const ownVerbs = useEffectEvent(own)
  useEffect(() => {
    let tabbed = false
    const onPointerDown = () => {
      tabbed = false
      actions.gesture(true)
    }
    const onPointerUp = () => actions.gesture(false)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Tab') tabbed = true
      if (isUndo(event) && !event.defaultPrevented && !event.altKey && !isTyping(event.target)) {
        event.preventDefault()
        if (event.shiftKey || event.key.toLowerCase() === 'y') actions.redoLast()
        else actions.undoLast()
        return
      }
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (isTyping(event.target) || (event.key === ' ' && tabbed && takesSpace(event.target))) return
      const { live, view } = app.store.getState()
      const { scale } = view
      const verbs: Verbs = {
        ...steering(),
        ...(live && !isElsewhere(event.target) && { enter: actions.keepLive, escape: actions.revertLive }),
        l: () => actions.look({ scale: scale === 'log' ? 'linear' : 'log' }),
        p: () => actions.look({ presenting: !view.presenting }),
        ...ownVerbs(event),
      }
      const verb = verbs[event.key.toLowerCase()]
      if (!verb) return
      event.preventDefault()
      verb()
    }
    // A clicked button would take the space bar's release as a click of its own.
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === ' ' && !tabbed && takesSpace(event.target)) event.preventDefault()
    }
    addEventListener('pointerdown', onPointerDown)
    addEventListener('pointerup', onPointerUp)
    addEventListener('pointercancel', onPointerUp)
    addEventListener('keydown', onKeyDown)
    addEventListener('keyup', onKeyUp)
    return () => {
      removeEventListener('pointerdown', onPointerDown)
      removeEventListener('pointerup', onPointerUp)
      removeEventListener('pointercancel', onPointerUp)
      removeEventListener('keydown', onKeyDown)
      removeEventListener('keyup', onKeyUp)
    }
  }, [actions, app])
}

function isUndo(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && ['z', 'y'].includes(event.key.toLowerCase())
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.matches('select, textarea, input:not([type=range], [type=radio], [type=checkbox])')
}

/** Enter and Escape belong to what has the focus, unless that is a slider or the page itself. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && !target.matches('body, input[type=range]')
}

function takesSpace(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, input, summary, a, [role=tab]')
}
