import type { FileNotice, FileProblem } from '../domain/data/read-table.ts'
import type { Messages } from './en.ts'
import { bytes } from './format.ts'

/** Why a file is no table, and what to do. */
export function fileProblemText(problem: FileProblem, { ownData: { files } }: Messages): string {
  switch (problem.kind) {
    case 'file-empty':
      return files.empty
    case 'file-header-only':
      return files.headerOnly
    case 'file-binary':
      return problem.spreadsheet ? files.spreadsheet : files.binary
    case 'file-too-large':
      return files.tooLarge(bytes(problem.bytes))
    case 'file-rows':
      return files.rows(problem.most)
    case 'file-columns':
      return files.columns(problem.columns, problem.most)
    case 'file-one-column':
      return files.oneColumn
    case 'file-ragged':
      return files.ragged(problem.line, problem.found, problem.expected)
    case 'file-quote':
      return files.quote(problem.line)
    case 'file-unreadable':
      return files.unreadable
    default:
      return problem satisfies never
  }
}

export function fileNoticeText(notice: FileNotice, { ownData: { notices } }: Messages): string {
  switch (notice.kind) {
    case 'no-header':
    case 'decimal-comma':
      return notices[notice.kind]
    case 'duplicate-name':
      return notices['duplicate-name'](notice.name, notice.renamed)
    case 'unnamed-column':
      return notices['unnamed-column'](notice.column, notice.named)
    case 'encoding':
      return notices.encoding(notice.encoding)
    default:
      return notice satisfies never
  }
}
