/**
 * Prints the polynomial coefficients in src/engine/wasm/kernels/maths.ts: interpolation at Chebyshev nodes, which for
 * these smooth functions is within a small factor of the best polynomial of its degree. Power series give the functions
 * where subtracting would lose their digits. Run: node src/scripts/fit-approximations.mjs
 */
const FITS = [
  // e^r = 1 + r + r²·P(r)
  { name: 'EXP', f: series((n) => 1 / factorial(n + 2)), from: -Math.LN2 / 2, to: Math.LN2 / 2, degree: 4 },
  // log(1 + f) = f − f²/2 + f³·P(f)
  {
    name: 'LOG',
    f: series((n) => (-1) ** n / (n + 3), 400),
    from: Math.SQRT1_2 - 1,
    to: Math.SQRT2 - 1,
    degree: 8,
  },
  // tanh x = x + x³·P(x²)
  {
    name: 'TANH',
    f: (s) => (s < 1e-4 ? -1 / 3 + (2 / 15) * s : (Math.tanh(Math.sqrt(s)) / Math.sqrt(s) - 1) / s),
    from: 0,
    to: 0.625 ** 2,
    degree: 4,
  },
]

for (const { name, f, from, to, degree } of FITS) {
  const nodes = Array.from({ length: degree + 1 }, (_, i) => {
    const t = Math.cos((Math.PI * (i + 0.5)) / (degree + 1))
    return (from + to + (to - from) * t) / 2
  })
  const coefficients = solve(
    nodes.map((x) => nodes.map((_, power) => x ** power)),
    nodes.map(f),
  )
  let worst = 0
  for (let x = from; x <= to; x += (to - from) / 1000) {
    const y = coefficients.reduceRight((sum, c) => sum * x + c, 0)
    worst = Math.max(worst, Math.abs(y - f(x)))
  }
  console.log(name, 'off by at most', worst.toExponential(1))
  coefficients.forEach((c, power) => {
    console.log(`  x^${power}  ${c}`)
  })
}

function series(term, terms = 30) {
  return (x) => {
    let sum = 0
    for (let n = terms - 1; n >= 0; n--) sum = sum * x + term(n)
    return sum
  }
}

function factorial(n) {
  return n <= 1 ? 1 : n * factorial(n - 1)
}

/** Gaussian elimination with row exchange. */
function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i]])
  const n = rows.length
  for (let i = 0; i < n; i++) {
    const pivot = rows.slice(i).reduce((best, row) => (Math.abs(row[i]) > Math.abs(best[i]) ? row : best))
    rows.splice(rows.indexOf(pivot), 1)
    rows.splice(i, 0, pivot)
    for (const row of rows)
      if (row !== pivot) {
        const factor = row[i] / pivot[i]
        for (let j = i; j <= n; j++) row[j] -= factor * pivot[j]
      }
  }
  return rows.map((row, i) => row[n] / row[i])
}
