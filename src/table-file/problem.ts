/** The reasons why a file cannot be read as a table. */
export type FileProblem =
  | { readonly kind: 'file-empty' }
  | { readonly kind: 'file-header-only' }
  | { readonly kind: 'file-binary'; readonly form: 'spreadsheet' | 'archive' | 'page' | 'other' }
  | { readonly kind: 'file-too-large'; readonly bytes: number }
  | { readonly kind: 'file-rows'; readonly most: number }
  | { readonly kind: 'file-columns'; readonly columns: number; readonly most: number }
  /** `fullWidth`: commas or semicolons of a Chinese keyboard that stand in the file. */
  | { readonly kind: 'file-one-column'; readonly fullWidth: string | null }
  | {
      readonly kind: 'file-ragged'
      /** The first lines that have another number of cells than most, and that of the first of them. */
      readonly lines: readonly number[]
      readonly count: number
      readonly found: number
      readonly expected: number
      readonly fullWidth: string | null
    }
  /** The file holds several tables: the line with which the second begins. */
  | { readonly kind: 'file-stacked'; readonly line: number }
  | { readonly kind: 'file-quote'; readonly line: number }
  /** Of JSON with a row a line, the first line that is none. */
  | { readonly kind: 'file-json'; readonly line: number }
  /** The first row of a file whose rows list only the values that are not 0. */
  | { readonly kind: 'file-sparse'; readonly line: number }
  | { readonly kind: 'file-unreadable' }

/** Decisions of the reader that are shown beside the preview. */
export type FileNotice =
  | { readonly kind: 'no-header' }
  | { readonly kind: 'row-names' }
  | { readonly kind: 'names-in-comment'; readonly line: number }
  | {
      readonly kind: 'comments'
      readonly mark: string
      readonly lines: readonly number[]
      readonly count: number
    }
  /** The words of a second line of names, such as units, which were left out. */
  | { readonly kind: 'second-heading'; readonly line: number }
  /** Lines that hold the names once more, as where files were put together. */
  | { readonly kind: 'repeated-names'; readonly lines: readonly number[]; readonly count: number }
  /** The last line, which sums up the others. */
  | { readonly kind: 'total'; readonly line: number }
  /** Text around the table, or other tables. */
  | { readonly kind: 'above' | 'below'; readonly lines: readonly number[]; readonly count: number }
  | { readonly kind: 'skipped'; readonly lines: readonly number[]; readonly count: number }
  | { readonly kind: 'full-width'; readonly mark: string }
  | { readonly kind: 'duplicate-name'; readonly name: string; readonly renamed: string }
  | { readonly kind: 'unnamed-column'; readonly column: number; readonly named: string }
  | { readonly kind: 'encoding'; readonly encoding: string }
