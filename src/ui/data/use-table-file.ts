import { useCallback, useEffect, useRef, useState } from 'react'
import type { Encoded, TableChoices } from '../../table-file/encode-table.ts'
import { AS_FOUND, type ReadOptions } from '../../table-file/options.ts'
import type { FileProblem } from '../../table-file/problem.ts'
import type { Delimiter } from '../../table-file/scan.ts'
import type { FromTable, TableOutline, ToTable } from '../../table-file/table-worker.ts'
import workerUrl from '../../table-file/table-worker.ts?worker&url'
import { alsoAhead } from '../shared/lazy.tsx'

alsoAhead(() => fetch(workerUrl))

export type Reading =
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'read'; readonly outline: TableOutline }
  | { readonly kind: 'refused'; readonly problem: FileProblem; readonly delimiter: Delimiter | null }

function startReader(): Worker | null {
  try {
    return new Worker(workerUrl, { type: 'module', name: 'table' })
  } catch {
    return null
  }
}

/** `reading` is the latest result: while a file is read again with other options, the previous result stays. */
export function useTableFile(file: Blob, onEncoded: (encoded: Encoded) => void) {
  const [options, setOptions] = useState<ReadOptions>(AS_FOUND)
  const [reading, setReading] = useState<Reading>({ kind: 'reading', share: 0 })
  const [busy, setBusy] = useState(true)
  const worker = useRef<Worker | null>(null)
  const encoded = useRef(onEncoded)
  encoded.current = onEncoded
  useEffect(() => {
    const settle = (heard: Reading) => {
      setReading(heard)
      setBusy(heard.kind === 'reading')
    }
    const broken = () => settle({ kind: 'refused', problem: { kind: 'file-unreadable' }, delimiter: null })
    const reader = startReader()
    // This browser starts no workers; the page says so in a notice.
    if (reader === null) return broken()
    worker.current = reader
    reader.onerror = broken
    reader.onmessage = ({ data }: MessageEvent<FromTable>) => {
      if (data.type === 'progress')
        setReading((now) => (now.kind === 'reading' ? { kind: 'reading', share: data.share } : now))
      else if (data.type === 'outline') settle({ kind: 'read', outline: data.outline })
      else if (data.type === 'refused')
        settle({ kind: 'refused', problem: data.problem, delimiter: data.delimiter })
      else if (data.type === 'encoded') encoded.current(data.encoded)
      else broken()
    }
    settle({ kind: 'reading', share: 0 })
    setOptions(AS_FOUND)
    reader.postMessage({ type: 'read', from: file, options: AS_FOUND } satisfies ToTable)
    return () => reader.terminate()
  }, [file])
  const change = useCallback(
    (next: ReadOptions) => {
      setOptions(next)
      setBusy(true)
      worker.current?.postMessage({ type: 'read', from: file, options: next } satisfies ToTable)
    },
    [file],
  )
  return {
    reading,
    busy,
    options,
    change,
    encode: (choices: TableChoices) =>
      worker.current?.postMessage({ type: 'encode', choices } satisfies ToTable),
  }
}
