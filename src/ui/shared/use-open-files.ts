/** The one way in for files that are chosen, pasted or dropped anywhere on the page: runs, a sweep, or a table. */
import { useCallback, useEffect } from 'react'
import { tablesOfLink } from '../../domain/link/link.ts'
import type { Opened } from '../../files/open-file.ts'
import { runsOf } from '../../files/record.ts'
import { useAppContext } from './app-context.tsx'
import { type Opening, useReportOpening } from './opening.tsx'
import { offerTable } from './table-file.ts'

/** With `orTables`, a file may also be a table to train on. */
export function useOpenFiles() {
  const { app, sweeps } = useAppContext()
  const report = useReportOpening()
  return useCallback(
    async (files: readonly Blob[], orTables = false) => {
      const { importRuns, openTable, openScene, visitLink, refuseImport, dismiss } = app.actions
      dismiss('import')
      const { openApart } = await import('../../files/open-apart.ts')
      const use = async (opened: Opened, file: Blob) => {
        if (opened.kind === 'runs') importRuns(runsOf(opened.records))
        else if (opened.kind === 'link') {
          await Promise.all(tablesOfLink(opened.link).map(app.findTable))
          visitLink(opened.link)
        } else if (opened.kind === 'refused') refuseImport(opened.why)
        else if (opened.kind === 'table' && !app.store.getState().view.hide.includes('rows'))
          openTable(opened.table)
        else if (opened.kind === 'table') refuseImport('table-alone')
        else if (opened.kind === 'sweep') {
          if (!sweeps.open(opened)) refuseImport('sweep-running')
          // The controls show the experiment that the sweep varies.
          else openScene({ preset: null, experiment: opened.sweep.base, comparison: null })
        } else if (!orTables || !offerTable(file)) refuseImport('foreign')
      }
      for (const file of files) {
        const cancelled = new AbortController()
        const name = file instanceof File ? file.name : null
        let shown: Opening | null = null
        const show = (share: number | null) => {
          const now = share === null ? null : { name, share, cancel: () => cancelled.abort() }
          report(shown, now)
          shown = now
        }
        show(0)
        const opened = await openApart(file, {
          tables: app.tables,
          onProgress: show,
          signal: cancelled.signal,
        })
        show(null)
        // A person who cancels one of several files means all that are left.
        if (opened === null) return
        await use(opened, file)
      }
    },
    [app, sweeps, report],
  )
}

/** What carries this takes the files itself that are dropped on it. */
export const TAKES_FILES = { 'data-takes-files': '' } as const

export function useDroppedFiles() {
  const open = useOpenFiles()
  useEffect(() => {
    // As a capturing listener this runs before all others: an event with its default prevented was handled
    // here.
    const onDrop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      const isTaken = event.target instanceof Element && event.target.closest('[data-takes-files]') !== null
      if (files.length === 0 || isTaken) return
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
