import type { Random } from '../random.ts'

/**
 * Draws a matrix of `rows` × `columns`, `columns` ≥ `rows`, whose rows have length 1 and are orthogonal to
 * each other, uniformly among all such matrices. Normal rows are made orthogonal by Gram and Schmidt, twice
 * because of rounding (Mezzadri 2007).
 */
export function orthonormalRows(rows: number, columns: number, random: Random): Float32Array {
  const basis: Float64Array[] = []
  while (basis.length < rows) {
    const row = Float64Array.from({ length: columns }, () => random.normal())
    for (const other of [...basis, ...basis]) {
      const share = dot(row, other)
      for (let j = 0; j < columns; j++) row[j]! -= share * other[j]!
    }
    const length = Math.sqrt(dot(row, row))
    basis.push(row.map((value) => value / length))
  }
  const values = new Float32Array(rows * columns)
  for (const [i, row] of basis.entries()) values.set(row, i * columns)
  return values
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
