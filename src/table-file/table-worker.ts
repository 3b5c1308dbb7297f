/** Reads a table and encodes it in a worker. Text and columns stay here; the page gets only an outline of them. */

import { messageOf } from '../domain/message-of.ts'
import type { Column } from './columns.ts'
import { decode, MOST_BYTES } from './decode.ts'
import { type Encoded, encodeTable, type TableChoices } from './encode-table.ts'
import type { ReadOptions } from './options.ts'
import type { FileNotice, FileProblem } from './problem.ts'
import { type RawTable, readTable } from './read-table.ts'
import type { Delimiter } from './scan.ts'

/** A column without its cells; its words come along where they are few. */
export interface ColumnOutline extends Omit<Column, 'numbers' | 'codes'> {
  readonly codes: boolean | null
}

export interface TableOutline extends Omit<RawTable, 'columns'> {
  readonly columns: readonly ColumnOutline[]
}

export type ToTable =
  /** `from` is read once; later requests give options for the text that it had. */
  | { readonly type: 'read'; readonly from: Blob; readonly options: ReadOptions }
  | { readonly type: 'encode'; readonly choices: TableChoices }

export type FromTable =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'outline'; readonly outline: TableOutline }
  | { readonly type: 'refused'; readonly problem: FileProblem; readonly delimiter: Delimiter | null }
  | { readonly type: 'encoded'; readonly encoded: Encoded }
  | { readonly type: 'broken'; readonly message: string }

let text: { readonly text: string; readonly encoding: string | null } | null = null
let table: RawTable | null = null

const tell = (message: FromTable, transfer: Transferable[] = []) => self.postMessage(message, { transfer })

self.onmessage = async ({ data }: MessageEvent<ToTable>) => {
  try {
    if (data.type === 'read') await read(data.from, data.options)
    else if (table) {
      const encoded = encodeTable(table, data.choices)
      tell(
        { type: 'encoded', encoded },
        encoded.ok
          ? ([encoded.contents.inputs.buffer, encoded.contents.targets.buffer] as ArrayBuffer[])
          : [],
      )
    }
  } catch (error) {
    tell({ type: 'broken', message: messageOf(error) })
  }
}

async function read(from: Blob, options: ReadOptions) {
  const refused = (problem: FileProblem) => tell({ type: 'refused', problem, delimiter: null })
  if (text === null) {
    if (from.size > MOST_BYTES) return refused({ kind: 'file-too-large', bytes: from.size })
    const decoded = decode(new Uint8Array(await from.arrayBuffer()))
    if (!decoded.ok) return refused(decoded.problem)
    text = decoded
  }
  let reported = 0
  const result = readTable(text.text, options, (share) => {
    if (share - reported < 0.02) return
    reported = share
    tell({ type: 'progress', share })
  })
  if (!result.ok) return tell({ type: 'refused', problem: result.problem, delimiter: result.delimiter })
  table = result.table
  const { encoding } = text
  const notices: FileNotice[] = encoding === null ? [] : [{ kind: 'encoding', encoding }]
  tell({
    type: 'outline',
    outline: {
      ...table,
      notices: [...notices, ...table.notices],
      columns: table.columns.map(({ numbers: _, codes, ...column }) => ({
        ...column,
        codes: codes === null ? null : true,
      })),
    },
  })
}
