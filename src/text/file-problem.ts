import type { FileNotice, FileProblem } from '../table-file/problem.ts'
import { bytes, whole } from './format.ts'
import type { AllMessages } from './messages.ts'

/** Why a file is no table, and what to do. */
export function fileProblemText(problem: FileProblem, { tableWizard: { files } }: AllMessages): string {
  switch (problem.kind) {
    case 'file-empty':
      return files.empty
    case 'file-header-only':
      return files.headerOnly
    case 'file-binary':
      return files.forms[problem.form]
    case 'file-too-large':
      return files.tooLarge(bytes(problem.bytes))
    case 'file-rows':
      return files.rows(problem.most)
    case 'file-columns':
      return files.columns(problem.columns, problem.most)
    case 'file-one-column':
      return problem.fullWidth === null ? files.oneColumn : files.oneColumnFullWidth(problem.fullWidth)
    case 'file-ragged': {
      const { lines, count, found, expected, fullWidth } = problem
      const sentence =
        count === 1
          ? files.ragged(lines[0]!, found, expected)
          : files.raggedLines(shown(lines, count), count, expected)
      return fullWidth === null ? sentence : sentence + files.fullWidth(fullWidth)
    }
    case 'file-stacked':
      return files.stacked(problem.line)
    case 'file-quote':
      return files.quote(problem.line)
    case 'file-json':
      return files.json(problem.line)
    case 'file-sparse':
      return files.sparse(problem.line)
    case 'file-unreadable':
      return files.unreadable
    default:
      return problem satisfies never
  }
}

export function fileNoticeText(notice: FileNotice, { tableWizard: { notices } }: AllMessages): string {
  switch (notice.kind) {
    case 'no-header':
    case 'row-names':
      return notices[notice.kind]
    case 'names-in-comment':
      return notices['names-in-comment'](notice.line)
    case 'second-heading':
      return notices['second-heading'](notice.line)
    case 'comments':
      return notices.comments(notice.mark, shown(notice.lines, notice.count), notice.count)
    case 'repeated-names':
      return notices['repeated-names'](shown(notice.lines, notice.count), notice.count)
    case 'total':
      return notices.total(notice.line)
    case 'above':
    case 'below':
      return notices[notice.kind](shown(notice.lines, notice.count), notice.count)
    case 'skipped':
      return notices.skipped(shown(notice.lines, notice.count), notice.count)
    case 'full-width':
      return notices['full-width'](notice.mark)
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

/** The first lines, and that there are more. */
const shown = (lines: readonly number[], count: number) =>
  `${lines.map(whole).join(', ')}${count > lines.length ? ' …' : ''}`
