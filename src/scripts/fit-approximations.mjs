/**
 * Prints the coefficients in src/engine/wasm/kernels/maths.ts: quotients P(x)/Q(x), Q(0) = 1, fitted by least squares
 * at Chebyshev nodes, weighted anew each round by the last error, which ends near the smallest largest error (Lawson
 * 1961; the denominator by Sanathanan & Koerner 1963). Power series give the functions where subtracting would lose
 * their digits. Run: node src/scripts/fit-approximations.mjs
 */
const NODES = 800
const ROUNDS = 60

const FITS = [
  // e^r = 1 + r + r²·P(r)
  {
    name: 'exp',
    f: series((n) => 1 / factorial(n + 2), 30),
    from: -Math.LN2 / 2,
    to: Math.LN2 / 2,
    p: 4,
    q: 0,
  },
  // log(1 + f) = f − f²/2 + f³·P(f)
  {
    name: 'log',
    f: series((n) => (-1) ** n / (n + 3), 400),
    from: Math.SQRT1_2 - 1,
    to: Math.SQRT2 - 1,
    p: 8,
    q: 0,
  },
  // tanh x = x·P(x²)/Q(x²) up to 9.01, where it is 1 in float32
  { name: 'tanh', f: (s) => Math.tanh(Math.sqrt(s)) / Math.sqrt(s), from: 1e-12, to: 9.01 ** 2, p: 4, q: 4 },
]

for (const { name, f, from, to, p, q } of FITS) {
  const nodes = Array.from({ length: NODES }, (_, i) => {
    const t = (1 + Math.cos((Math.PI * (i + 0.5)) / NODES)) / 2
    // Nodes of a function of x² are spread over x.
    return from > 0 ? to * Math.max(t * t, from) : from + (to - from) * t
  })
  const { coefficients, worst } = fitted(nodes, nodes.map(f), p, q, Math.max(-from, to))
  console.log(`${name}: relative error at most ${worst.toExponential(1)}`)
  coefficients.forEach((c, i) => {
    console.log(i <= p ? `  P x^${i}  ${c}` : `  Q x^${i - p}  ${c}`)
  })
}

/** P's coefficients, then Q's from x¹ on. `scale` keeps the powers near 1. */
function fitted(x, y, p, q, scale) {
  let importance = x.map(() => 1)
  let denominator = x.map(() => 1)
  let best = { worst: Number.POSITIVE_INFINITY, coefficients: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const rows = x.map((at, i) => {
      const weight = Math.sqrt(importance[i]) / (denominator[i] * y[i])
      const powers = Array.from({ length: Math.max(p, q) + 1 }, (_, power) => weight * (at / scale) ** power)
      return [...powers.slice(0, p + 1), ...powers.slice(1, q + 1).map((v) => -v * y[i]), weight * y[i]]
    })
    const c = leastSquares(rows)
    const above = x.map((at) => horner(c.slice(0, p + 1), at / scale))
    denominator = x.map((at) => horner([1, ...c.slice(p + 1)], at / scale))
    const errors = y.map((value, i) => Math.abs(above[i] / denominator[i] / value - 1))
    const worst = Math.max(...errors)
    const coefficients = c.map((value, i) => value / scale ** (i <= p ? i : i - p))
    if (worst < best.worst) best = { worst, coefficients }
    const mean = importance.reduce((sum, value, i) => sum + value * errors[i], 0) / x.length
    importance = importance.map((value, i) => (value * (errors[i] + 1e-12)) / mean)
  }
  return best
}

/** Householder's: each row is the coefficients of an equation, then its right side. */
function leastSquares(rows) {
  const n = rows[0].length - 1
  for (let k = 0; k < n; k++) {
    const norm = Math.hypot(...rows.slice(k).map((row) => row[k])) * (rows[k][k] > 0 ? -1 : 1)
    const v = rows.slice(k).map((row, i) => row[k] - (i === 0 ? norm : 0))
    const square = v.reduce((sum, value) => sum + value * value, 0)
    for (let j = k; j <= n; j++) {
      const dot = v.reduce((sum, value, i) => sum + value * rows[k + i][j], 0)
      for (let i = 0; i < v.length; i++) rows[k + i][j] -= (2 * dot * v[i]) / square
    }
  }
  const solution = Array(n).fill(0)
  for (let k = n - 1; k >= 0; k--) {
    const known = solution.reduce((sum, value, j) => (j > k ? sum + rows[k][j] * value : sum), 0)
    solution[k] = (rows[k][n] - known) / rows[k][k]
  }
  return solution
}

function horner(coefficients, x) {
  return coefficients.reduceRight((sum, c) => sum * x + c, 0)
}

function series(term, terms) {
  const coefficients = Array.from({ length: terms }, (_, n) => term(n))
  return (x) => horner(coefficients, x)
}

function factorial(n) {
  return n <= 1 ? 1 : n * factorial(n - 1)
}
