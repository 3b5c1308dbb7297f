import type { ChartRun } from './types.ts'

/** The position on the x axis. */
export function placeOf({ xUnit }: Pick<ChartRun, 'xUnit'>, epoch: number): number {
  return xUnit?.(epoch) ?? epoch
}
