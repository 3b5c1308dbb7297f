/** Runs that come in from a file: chosen, or dropped anywhere on the page. */
import { useCallback, useEffect } from 'react'
import { LARGEST_FILE, readRecords } from '../../domain/run-record.ts'
import { runOf } from '../../share/record.ts'
import { useActions } from '../lab-context.tsx'

export function useOpenRuns() {
  const actions = useActions()
  const open = useCallback(
    async (file: File | undefined) => {
      if (!file) return
      if (file.size > LARGEST_FILE) return actions.refuseImport('too-large')
      const read = readRecords(await file.text())
      if (read.ok) actions.take(read.records.map(runOf))
      else actions.refuseImport(read.why)
    },
    [actions],
  )
  useEffect(() => {
    // Anything but JSON is left to those who read tables. Capturing, this comes before them.
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0]
      if (!file || !isJson(file)) return
      event.preventDefault()
      void open(file)
    }
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    addEventListener('dragover', onDragOver)
    addEventListener('drop', onDrop, true)
    return () => {
      removeEventListener('dragover', onDragOver)
      removeEventListener('drop', onDrop, true)
    }
  }, [open])
  return open
}

function isJson({ name, type }: File): boolean {
  return type === 'application/json' || /\.json$/i.test(name)
}
