import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import {
  DATA_SETS,
  type Experiment,
  type ExperimentInput,
  MODEL_KINDS,
} from '../domain/experiment/experiment.ts'
import { expectExperiment, parseExperiment } from '../domain/parsing/parse.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { kerasProgram } from './keras.ts'
import { notebook } from './notebook.ts'

const hasPython = spawnSync('python3', ['--version']).status === 0

const HOSTILE = 'https://x/#a=`"""</script>\n# %%\n<img onerror=1>'

interface Cell {
  readonly cell_type: string
  readonly id: string
  readonly metadata: object
  readonly source: readonly string[]
  readonly execution_count?: null
  readonly outputs?: readonly unknown[]
}

const read = (experiment: Experiment, link = 'https://x/#data=moons') => {
  const book = JSON.parse(notebook(experiment, link))
  const cells = book.cells as Cell[]
  return { book, cells, code: cells.filter(({ cell_type }) => cell_type === 'code') }
}

const moons = expectExperiment({ data: { set: 'moons' } })

const many = DATA_SETS.flatMap((set) =>
  MODEL_KINDS.flatMap((kind) => {
    const own = {
      drawn: {
        points: [
          [0, 0, 0],
          [1, 1, 1],
          [2, 1, 0],
        ],
        train: 1,
        validation: 1,
        test: 1,
      },
      rows: rows(),
    }
    const input = { data: { set, ...own[set as 'drawn'] }, model: { kind } } as ExperimentInput
    const parsed = parseExperiment(input, NO_TABLES)
    return parsed.ok ? [parsed.experiment] : []
  }),
)

function rows() {
  const names = ['"""', "']}\n```", '\u2028\\']
  return {
    rows: {
      columns: ['a"\n', '\\'],
      target: '"""',
      inputs: Array.from({ length: 12 }, (_, i) => [i, i % 5]),
      targets: Array.from({ length: 12 }, (_, i) => names[i % 3]),
    },
  }
}

describe('the notebook', () => {
  it('is nbformat 4.5', () => {
    const { book, cells } = read(moons)
    expect(Object.keys(book).sort()).toEqual(['cells', 'metadata', 'nbformat', 'nbformat_minor'])
    expect([book.nbformat, book.nbformat_minor]).toEqual([4, 5])
    expect(book.metadata.kernelspec).toEqual({
      display_name: 'Python 3',
      language: 'python',
      name: 'python3',
    })
    expect(book.metadata.language_info.name).toBe('python')
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length)
    for (const cell of cells) {
      expect(cell.id).toMatch(/^[a-zA-Z0-9-_]{1,64}$/)
      const common = ['cell_type', 'id', 'metadata', 'source']
      const keys = cell.cell_type === 'code' ? [...common, 'execution_count', 'outputs'] : common
      expect(Object.keys(cell).sort()).toEqual(keys.sort())
      expect(['code', 'markdown']).toContain(cell.cell_type)
      if (cell.cell_type === 'code') expect([cell.execution_count, cell.outputs]).toEqual([null, []])
      for (const [i, row] of cell.source.entries()) {
        const last = i === cell.source.length - 1
        expect(row.endsWith('\n')).toBe(!last)
        expect(row.trimEnd().includes('\n')).toBe(false)
      }
    }
  })

  it('has a heading and a sentence above every step, in the order of the course', () => {
    const { cells } = read(moons)
    const steps = cells.slice(2)
    expect(steps.length % 2).toBe(0)
    const headings = steps
      .filter((_, i) => i % 2 === 0)
      .map(({ cell_type, source }) => [cell_type, source[0]!.trim()])
    expect(headings).toEqual(
      ['1. Data', '2. Build', '3. Compile', '4. Fit', '5. Evaluate, once', '6. Predict', '7. Curves'].map(
        (title) => ['markdown', `## ${title}`],
      ),
    )
    for (const { source } of steps.filter((_, i) => i % 2 === 0)) expect(source.at(-1)).toMatch(/\w.*\.$/)
    for (const { cell_type } of steps.filter((_, i) => i % 2 === 1)) expect(cell_type).toBe('code')
  })

  it('has the code of the program, line by line', () => {
    const bare = (text: string) =>
      text.split('\n').filter((row) => row !== '' && !/^# (\d\. |Curves)/.test(row))
    for (const experiment of many) {
      const joined = read(experiment, HOSTILE)
        .code.map(({ source }) => source.join(''))
        .join('\n')
      const whole = kerasProgram(experiment, HOSTILE)
      const afterLink = whole.slice(whole.indexOf('"""\n', 3) + 4)
      expect(bare(joined)).toEqual(bare(afterLink))
    }
  })

  it('keeps a link from being anything else', () => {
    const { cells } = read(moons, HOSTILE)
    expect(cells[0]!.source.length).toBe(5)
    expect(cells[0]!.source[2]!.trim()).toMatch(/^<https:\/\/x\/#[^\s<>`"]*>$/)
  })

  it.skipIf(!hasPython)('compiles, cell after cell', () => {
    const books = many.map((experiment) => notebook(experiment, HOSTILE))
    const check = `import ast, json, sys
for book in json.load(sys.stdin):
    cells = ["".join(cell["source"]) for cell in json.loads(book)["cells"] if cell["cell_type"] == "code"]
    for cell in cells: ast.parse(cell)
    ast.parse("\\n".join(cells))`
    const run = spawnSync('python3', ['-c', check], { input: JSON.stringify(books) })
    expect(run.stderr.toString()).toBe('')
    expect(many.length).toBeGreaterThan(50)
  })
})
