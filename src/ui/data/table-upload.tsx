/** A person's table in the data panel. They may drop a file, or paste rows, anywhere on the page at any time. */

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Table, TableInfo } from '../../domain/table/table.ts'
import { withLaterMessages } from '../../text/messages.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import { takeTables } from '../shared/table-file.ts'
import { useOpenFiles } from '../shared/use-open-files.ts'
import { leftOutOf } from './left-out.ts'
import css from './table-upload.module.css'

/** The wizard is fetched when the first file comes. */
const Wizard = lazyPart(withLaterMessages(() => import('./wizard.tsx')))

export function TableRoom() {
  const t = useText()
  const actions = useActions()
  const chosen = useAppState(({ draft }) => draft.experiment.data.set === 'rows')
  const table = useAppState(({ draft }) => draft.experiment.data.rows)
  const hidden = useAppState(({ view }) => view.hide.includes('rows'))
  const [file, setFile] = useState<Blob | null>(null)
  const openFiles = useOpenFiles()
  // A file of runs or a sweep may arrive here too: openFiles tells them apart and passes tables on.
  const open = useCallback((given: Blob) => void openFiles([given], true), [openFiles])
  const dragging = useDelivery(setFile, open, !hidden)
  const use = (read: Table) => {
    actions.openTable(read)
    setFile(null)
  }
  if (hidden) return null
  return (
    <>
      {chosen && (
        <div className={css.room}>
          {table ? <About table={table} /> : <p>{t.ownData.invite}</p>}
          <FileButton label={table ? t.ownData.change : t.ownData.choose} onFile={open} />
          <PasteField onText={(text) => open(new Blob([text]))} />
        </div>
      )}
      {dragging && <div className={css.drop}>{t.ownData.drop}</div>}
      {file && <Wizard file={file} onTable={use} onClose={() => setFile(null)} />}
    </>
  )
}

function About({ table }: { table: TableInfo }) {
  const t = useText()
  const { dropped, filled, held } = leftOutOf(table.digest)
  const rows = [
    ...(dropped > 0 ? [t.home.rowsDropped(dropped)] : []),
    ...(filled > 0 ? [t.home.rowsFilled(filled)] : []),
    ...(held > 0 ? [t.ownData.held(held)] : []),
  ]
  return (
    <p>
      {t.ownData.about(table.count, table.columns.length, table.target)}
      {t.home.stop}
      {table.classes.length > 0 ? t.ownData.classes(table.classes.slice(0, 6).join(', ')) : t.ownData.numbers}
      {table.classes.length > 6 && ' …'}
      {rows.length > 0 && `${t.home.stop}${rows.join(t.gap)}`}
    </p>
  )
}

function FileButton({ label, onFile }: { label: string; onFile(file: Blob): void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant="outline" size="small" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
          // The same file may be chosen again, after it was corrected.
          event.target.value = ''
        }}
      />
    </>
  )
}

function PasteField({ onText }: { onText(text: string): void }) {
  const t = useText()
  const [text, setText] = useState('')
  return (
    <details>
      <summary>{t.ownData.paste}</summary>
      <textarea
        className={css.paste}
        rows={4}
        value={text}
        aria-label={t.ownData.paste}
        placeholder={t.ownData.pasteHint}
        onChange={(event) => setText(event.target.value)}
      />
      <Button variant="outline" size="small" disabled={text.trim() === ''} onClick={() => onText(text)}>
        {t.ownData.read}
      </Button>
    </details>
  )
}

/** Listens for files and text that are dropped or pasted on the page, except text pasted into a field. */
function useDelivery(onTable: (file: Blob) => void, onFile: (file: Blob) => void, wanted: boolean): boolean {
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    if (!wanted) return
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setDragging(true)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false)
    }
    // The file itself goes through useOpenFiles, which tells runs from tables.
    const onDrop = () => setDragging(false)
    const noOffers = takeTables(onTable)
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea')) return
      const [file] = event.clipboardData?.files ?? []
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (file) onFile(file)
      // The text is rows, or JSON, which may be a single line.
      else if (/[\n\r]./.test(text) || /^\s*[[{]/.test(text)) onFile(new Blob([text]))
    }
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('dragleave', onDragLeave)
    document.addEventListener('drop', onDrop)
    document.addEventListener('paste', onPaste)
    return () => {
      noOffers()
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('dragleave', onDragLeave)
      document.removeEventListener('drop', onDrop)
      document.removeEventListener('paste', onPaste)
    }
  }, [onTable, onFile, wanted])
  return dragging
}
