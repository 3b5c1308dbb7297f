import { useEffect } from 'react'
import { useActions, useRoom } from './lab-context.tsx'

/**
 * Space runs and pauses, S steps, R resets, L switches the loss axis. Not while typing, and not on a control that was
 * reached by keyboard: there the keys belong to the control.
 */
export function useKeys() {
  const actions = useActions()
  const { lab } = useRoom()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.repeat || belongsToControl(event.target)) return
      const { scale } = lab.store.getState().view
      const verbs: Record<string, () => void> = {
        ' ': actions.runOrPause,
        s: actions.step,
        r: actions.reset,
        l: () => actions.look({ scale: scale === 'log' ? 'linear' : 'log' }),
      }
      const verb = verbs[event.key.toLowerCase()]
      if (!verb) return
      event.preventDefault()
      verb()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [actions, lab])
}

function belongsToControl(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('select, textarea, input:not([type=range], [type=radio], [type=checkbox])')) return true
  return target.matches(':focus-visible') && target.matches('button, input, summary, a, [role=tab]')
}
