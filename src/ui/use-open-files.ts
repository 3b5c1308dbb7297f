/** The one door for what comes in as a file, chosen or dropped anywhere on the page: runs, a sweep, or a table. */
import { useCallback, useEffect } from 'react'
import { runOf } from '../share/record.ts'
import { useRoom } from './lab-context.tsx'
import { offerTable } from './own-data/table-file.ts'

/** `orTables`: they may also be tables to train on. */
export function useOpenFiles() {
  const { lab, sweeps } = useRoom()
  return useCallback(
    async (files: readonly Blob[], orTables = false) => {
      const { take, edit, openScene, refuseImport, dismiss } = lab.actions
      dismiss('import')
      const { openFile } = await import('../share/open-file.ts')
      for (const file of files) {
        const opened = await openFile(file)
        if (opened.kind === 'runs') take(opened.records.map(runOf))
        else if (opened.kind === 'refused') refuseImport(opened.why)
        else if (opened.kind === 'table' && !lab.store.getState().view.hide.includes('rows')) {
          edit('data', 'rows')
          edit('rows', opened.table)
        } else if (opened.kind === 'table') refuseImport('table-alone')
        else if (opened.kind === 'sweep') {
          if (!sweeps.open(opened)) refuseImport('sweep-running')
          // The controls say what it is a sweep of.
          else openScene({ preset: null, experiment: opened.sweep.base, lineup: null })
        } else if (!orTables || !offerTable(file)) refuseImport(opened.text ? 'table-alone' : 'unreadable')
      }
    },
    [lab, sweeps],
  )
}

export function useDroppedFiles() {
  const open = useOpenFiles()
  useEffect(() => {
    // Capturing, this comes before whoever else listens: what is prevented has been taken.
    const onDrop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      void open(files, true)
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
}
