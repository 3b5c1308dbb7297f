import fc from 'fast-check'
import { expect, it } from 'vitest'
import { experiments } from '../../domain/experiment/experiments.testing.ts'
import { programsOf } from '../../programs/programs.ts'
import { type Piece, piecesOf } from './pieces.ts'

const said = (pieces: Piece[][], kind: Piece['kind']) =>
  pieces.flatMap((line) => line.filter((piece) => piece.kind === kind).map(({ text }) => text))

it('tells keywords, strings and comments of Python apart', () => {
  const pieces = piecesOf(
    ['from a import formula  # for x', "return f\"in {x}\" + 'it\\'s # no comment'"],
    'python',
  )
  expect(said(pieces, 'keyword')).toEqual(['from', 'import', 'return'])
  expect(said(pieces, 'comment')).toEqual(['# for x'])
  expect(said(pieces, 'string')).toEqual(['f"in {x}"', "'it\\'s # no comment'"])
})

it('tells keywords, strings and comments of JavaScript apart', () => {
  const pieces = piecesOf(
    ['const link = `http://a', '  b` // const', '/* let', "y */ let y = 'a'"],
    'javascript',
  )
  expect(said(pieces, 'keyword')).toEqual(['const', 'let'])
  expect(said(pieces, 'comment')).toEqual(['// const', '/* let', 'y */'])
  expect(said(pieces, 'string')).toEqual(['`http://a', '  b`', "'a'"])
})

it('words that JavaScript lends for names are no keywords there', () => {
  const pieces = piecesOf(
    ["import a from 'a'", 'const from = Array.from(a.bin, b.in)', '[...new Set(a)].delete(a)'],
    'javascript',
  )
  expect(said(pieces, 'keyword')).toEqual(['import', 'from', 'const', 'new'])
})

it('a string over several lines is a string in each', () => {
  const pieces = piecesOf(['"""A', '', 'for b."""', 'for c in d: pass'], 'python')
  expect(pieces.map((line) => line[0]?.kind)).toEqual(['string', undefined, 'string', 'keyword'])
})

it('a comment between empty lines is a heading, a remark on the next line is none', () => {
  const pieces = piecesOf(['', '# 1. Data', '', '# In order.', 'x = 1', '# The end.', ''], 'python')
  expect(said(pieces, 'heading')).toEqual(['# 1. Data'])
  expect(said(pieces, 'comment')).toEqual(['# In order.', '# The end.'])
})

it('loses nothing of any program', () => {
  fc.assert(
    fc.property(experiments, (experiment) => {
      for (const { key, lines } of programsOf(experiment, 'https://x/#a=1')) {
        const texts = lines.map(({ text }) => text)
        const pieces = piecesOf(texts, key === 'keras' ? 'python' : 'javascript')
        expect(pieces.map((line) => line.map(({ text }) => text).join(''))).toEqual(texts)
      }
    }),
    { numRuns: 50 },
  )
})
