/** The formulas of terms that have one. */
import type { TermKey } from '../domain/terms/terms.ts'
import { type Formula, fraction, i, n, o, over, power, root, row, subscript, sum } from './formula.ts'

const w = i('w')
const g = i('g')
const eta = i('η')
const squared = (of: Formula) => power(of, n(2))
const to = (left: Formula, ...right: readonly Formula[]) => row(left, o('←'), ...right)

const adaGradSum = row(i('G'), o('+'), squared(g))

export const TERM_FORMULAS: Readonly<Partial<Record<TermKey, Formula>>> = {
  'setting.standardize': row(
    over(i('x'), o('~')),
    o('='),
    fraction(row(i('x'), o('−'), over(i('x'), o('¯'))), i('s')),
  ),
  'setting.l1': row(i('L'), o('+'), i('λ'), o('∑'), o('|'), w, o('|')),
  'setting.l2': row(i('L'), o('+'), i('λ'), o('∑'), squared(w)),
  'setting.dropout': row(
    over(i('a'), o('~')),
    o('='),
    fraction(row(i('m'), i('a')), row(n(1), o('−'), i('p'))),
  ),
  'setting.loss': row(
    i('L'),
    o('='),
    o('−'),
    fraction(n(1), i('n')),
    sum(i('k'), i('n')),
    i('log'),
    subscript(i('p'), i('k')),
  ),
  'setting.lr': to(w, w, o('−'), eta, g),
  'setting.momentum': to(i('v'), i('μ'), i('v'), o('−'), eta, g),
  'setting.rho': to(i('v'), i('ρ'), i('v'), o('+'), o('('), n(1), o('−'), i('ρ'), o(')'), squared(g)),
  'setting.beta1': to(
    i('m'),
    subscript(i('β'), n(1)),
    i('m'),
    o('+'),
    o('('),
    n(1),
    o('−'),
    subscript(i('β'), n(1)),
    o(')'),
    g,
  ),
  'setting.beta2': to(
    i('v'),
    subscript(i('β'), n(2)),
    i('v'),
    o('+'),
    o('('),
    n(1),
    o('−'),
    subscript(i('β'), n(2)),
    o(')'),
    squared(g),
  ),
  'setting.epsilon': fraction(over(i('m'), o('^')), row(root(over(i('v'), o('^'))), o('+'), i('ε'))),
  'setting.accumulator': to(i('G'), adaGradSum),
  'setting.weight-decay': to(w, w, o('−'), eta, i('λ'), w),
  'setting.clip-norm': to(
    g,
    g,
    i('min'),
    o('('),
    n(1),
    o(','),
    fraction(i('c'), row(o('‖'), g, o('‖'))),
    o(')'),
  ),
  'column.gap': fraction(subscript(i('L'), i('val')), subscript(i('L'), i('train'))),
  'verdict.vanishing-gradient': row(
    fraction(subscript(g, n(1)), subscript(g, i('K'))),
    o('<'),
    fraction(n(1), n(1000)),
  ),
}
