/** Reads a table and encodes it, off the page's thread. The columns stay here; the page gets their outline. */
import type { ColumnKind } from '../../domain/data/columns.ts'
import { type Encoded, encodeTable, type TableChoices } from '../../domain/data/encode-table.ts'
import type { FileNotice, FileProblem, RawTable } from '../../domain/data/read-table.ts'
import { messageOf } from '../../domain/message-of.ts'
import { decode, MOST_BYTES } from './decode.ts'
import { readText } from './read-text.ts'

/** A column without its cells. */
export interface ColumnOutline {
  readonly name: string
  readonly kind: ColumnKind
  /** Different values where they are few enough to be kept. */
  readonly words: readonly string[]
  readonly codes: boolean | null
  readonly missing: number
  readonly missingLines: readonly number[]
  readonly unreadable: readonly { readonly line: number; readonly text: string }[]
}

export interface TableOutline {
  readonly columns: readonly ColumnOutline[]
  readonly count: number
  readonly preview: RawTable['preview']
  readonly header: boolean
  readonly notices: readonly FileNotice[]
}

export type ToTable =
  | { readonly type: 'read'; readonly from: Blob; readonly header: boolean | null }
  | { readonly type: 'encode'; readonly choices: TableChoices }

export type FromTable =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'outline'; readonly outline: TableOutline }
  | { readonly type: 'refused'; readonly problem: FileProblem }
  | { readonly type: 'encoded'; readonly encoded: Encoded }
  | { readonly type: 'broken'; readonly message: string }

let table: RawTable | null = null

const tell = (message: FromTable, transfer: Transferable[] = []) => self.postMessage(message, { transfer })

self.onmessage = async ({ data }: MessageEvent<ToTable>) => {
  try {
    if (data.type === 'read') await read(data.from, data.header)
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

async function read(from: Blob, header: boolean | null) {
  if (from.size > MOST_BYTES)
    return tell({ type: 'refused', problem: { kind: 'file-too-large', bytes: from.size } })
  const decoded = decode(new Uint8Array(await from.arrayBuffer()))
  if (!decoded.ok) return tell({ type: 'refused', problem: decoded.problem })
  let told = 0
  const result = readText(decoded.text, header, (share) => {
    if (share - told < 0.02) return
    told = share
    tell({ type: 'progress', share })
  })
  if (!result.ok) return tell({ type: 'refused', problem: result.problem })
  table = result.table
  const { encoding } = decoded
  const notices: FileNotice[] = encoding === null ? [] : [{ kind: 'encoding', encoding }]
  tell({
    type: 'outline',
    outline: {
      count: table.count,
      preview: table.preview,
      header: table.header,
      notices: [...notices, ...table.notices],
      columns: table.columns.map(({ numbers: _, codes, ...column }) => ({
        ...column,
        codes: codes === null ? null : true,
      })),
    },
  })
}
