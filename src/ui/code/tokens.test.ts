import fc from 'fast-check'
import { expect, it } from 'vitest'
import { experiments } from '../../domain/experiment/experiments.testing.ts'
import { programsOf } from '../../programs/programs.ts'
import { type Token, tokensOf } from './tokens.ts'

const said = (tokens: Token[][], kind: Token['kind']) =>
  tokens.flatMap((line) => line.filter((token) => token.kind === kind).map(({ text }) => text))

it('distinguishes keywords, strings and comments of Python', () => {
  const tokens = tokensOf(
    ['from a import formula  # for x', "return f\"in {x}\" + 'it\\'s # no comment'"],
    'python',
  )
  expect(said(tokens, 'keyword')).toEqual(['from', 'import', 'return'])
  expect(said(tokens, 'comment')).toEqual(['# for x'])
  expect(said(tokens, 'string')).toEqual(['f"in {x}"', "'it\\'s # no comment'"])
})

it('distinguishes keywords, strings and comments of JavaScript', () => {
  const tokens = tokensOf(
    ['const link = `http://a', '  b` // const', '/* let', "y */ let y = 'a'"],
    'javascript',
  )
  expect(said(tokens, 'keyword')).toEqual(['const', 'let'])
  expect(said(tokens, 'comment')).toEqual(['// const', '/* let', 'y */'])
  expect(said(tokens, 'string')).toEqual(['`http://a', '  b`', "'a'"])
})

it('words that JavaScript allows as names are not keywords in such places', () => {
  const tokens = tokensOf(
    ["import a from 'a'", 'const from = Array.from(a.bin, b.in)', '[...new Set(a)].delete(a)'],
    'javascript',
  )
  expect(said(tokens, 'keyword')).toEqual(['import', 'from', 'const', 'new'])
})

it('a string over several lines is a string in each', () => {
  const tokens = tokensOf(['"""A', '', 'for b."""', 'for c in d: pass'], 'python')
  expect(tokens.map((line) => line[0]?.kind)).toEqual(['string', undefined, 'string', 'keyword'])
})

it('a comment between empty lines is a heading, a remark on the next line is none', () => {
  const tokens = tokensOf(['', '# 1. Data', '', '# In order.', 'x = 1', '# The end.', ''], 'python')
  expect(said(tokens, 'heading')).toEqual(['# 1. Data'])
  expect(said(tokens, 'comment')).toEqual(['# In order.', '# The end.'])
})

it('loses nothing of any program', () => {
  fc.assert(
    fc.property(experiments, (experiment) => {
      for (const { key, lines } of programsOf(experiment, 'https://x/#a=1')) {
        const texts = lines.map(({ text }) => text)
        const tokens = tokensOf(texts, key === 'keras' ? 'python' : 'javascript')
        expect(tokens.map((line) => line.map(({ text }) => text).join(''))).toEqual(texts)
      }
    }),
    { numRuns: 50 },
  )
})
