/** Brings hand-ins from texts and files to the list, and keeps what could not be read with its reason. */
import { useState } from 'react'
import { type HandInProblem, readHandIns } from '../../files/hand-ins.ts'
import { openApart } from '../../files/open-apart.ts'
import type { HandIns } from '../../store/hand-ins.ts'
import type { AllMessages } from '../../text/messages.ts'
import { refusedFileText } from '../../text/refused-file.ts'
import { useAllText, useAppContext } from '../shared/app-context.tsx'

interface Unread {
  /** The line, or the name of the file. */
  readonly place: string
  readonly why: string
}

export interface Incoming {
  readonly isReading: boolean
  /** Of what came last. */
  readonly unread: readonly Unread[]
  readonly twice: number
  addLinks(text: string): Promise<void>
  addFiles(files: readonly File[]): Promise<void>
}

export function useIncoming(handIns: HandIns): Incoming {
  const t = useAllText()
  const { app } = useAppContext()
  const [isReading, setReading] = useState(false)
  const [last, setLast] = useState<{ unread: readonly Unread[]; twice: number }>({ unread: [], twice: 0 })
  const read = async (from: () => Promise<{ unread: readonly Unread[]; twice: number }>) => {
    setReading(true)
    setLast(await from())
    setReading(false)
  }
  return {
    isReading,
    ...last,
    addLinks: (text) =>
      read(async () => {
        const { records, unread } = await readHandIns(text, app.tables)
        const places = unread.map(({ line, why }) => ({
          place: t.assignment.check.line(line),
          why: reasonText(why, t),
        }))
        return { unread: places, twice: handIns.add(records) }
      }),
    addFiles: (files) =>
      read(async () => {
        const unread: Unread[] = []
        let twice = 0
        for (const file of files) {
          const opened = await openApart(file, {
            tables: app.tables,
            onProgress: () => {},
            signal: new AbortController().signal,
          })
          if (opened?.kind === 'runs') twice += handIns.add(opened.records)
          else {
            const why = opened?.kind === 'refused' ? opened.why : 'not-runs'
            unread.push({ place: file.name, why: refusedFileText(why, t) })
          }
        }
        return { unread, twice }
      }),
  }
}

function reasonText(why: HandInProblem, t: AllMessages): string {
  if (why === 'no-link') return t.assignment.check.noLink
  if (why === 'no-runs') return t.assignment.check.noRuns
  return refusedFileText(why, t)
}
