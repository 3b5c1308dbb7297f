/** A file on its way to being a table: one worker for each, gone when the file is. */
import { useEffect, useRef, useState } from 'react'
import type { Encoded, TableChoices } from '../../domain/data/encode-table.ts'
import type { FileProblem } from '../../domain/data/read-table.ts'
import type { FromTable, TableOutline, ToTable } from './table-worker.ts'

export type Reading =
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'read'; readonly outline: TableOutline }
  | { readonly kind: 'refused'; readonly problem: FileProblem }

function startReader(): Worker | null {
  try {
    return new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module', name: 'table' })
  } catch {
    return null
  }
}

export function useTableFile(file: Blob, onEncoded: (encoded: Encoded) => void) {
  const [header, setHeader] = useState<boolean | null>(null)
  const [reading, setReading] = useState<Reading>({ kind: 'reading', share: 0 })
  const worker = useRef<Worker | null>(null)
  const encoded = useRef(onEncoded)
  encoded.current = onEncoded
  useEffect(() => {
    const broken = () => setReading({ kind: 'refused', problem: { kind: 'file-unreadable' } })
    const reader = startReader()
    // A browser without workers: the page says so already.
    if (reader === null) return broken()
    worker.current = reader
    reader.onerror = broken
    reader.onmessage = ({ data }: MessageEvent<FromTable>) => {
      if (data.type === 'progress') setReading({ kind: 'reading', share: data.share })
      else if (data.type === 'outline') setReading({ kind: 'read', outline: data.outline })
      else if (data.type === 'refused') setReading({ kind: 'refused', problem: data.problem })
      else if (data.type === 'encoded') encoded.current(data.encoded)
      else broken()
    }
    setReading({ kind: 'reading', share: 0 })
    reader.postMessage({ type: 'read', from: file, header } satisfies ToTable)
    return () => reader.terminate()
  }, [file, header])
  return {
    reading,
    setHeader,
    encode: (choices: TableChoices) =>
      worker.current?.postMessage({ type: 'encode', choices } satisfies ToTable),
  }
}
