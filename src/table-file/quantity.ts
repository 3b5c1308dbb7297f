/**
 * Numbers with a unit behind them: `12.5 kg`, `175cm`, `9.81 m/s²`; `㎡` and `㎏` of Chinese keyboards are single characters.
 * They are numbers where all cells of a column have the same unit.
 */
import { numberReadings } from '../domain/numbers/number-text.ts'

interface Quantity {
  readonly number: string
  readonly unit: string
}

const QUANTITY = /^(.*\d[.,]?)\s*([\p{L}\u3380-\u33df°℃℉µ"″′][^\d,;]{0,11}[23]?)$/u

/** null where the cell is no number with a unit. */
export function quantityOf(cell: string): Quantity | null {
  if (cell.length > 48) return null
  const [, number = '', unit = ''] = QUANTITY.exec(cell.trim()) ?? []
  const { point, comma } = numberReadings(number)
  return Number.isNaN(point) && Number.isNaN(comma) ? null : { number, unit }
}

/** The cell without the unit of its column; any other cell as it is. */
export function withoutUnit(cell: string, unit: string): string {
  const quantity = unit === '' ? null : quantityOf(cell)
  return quantity?.unit === unit ? quantity.number : cell
}
