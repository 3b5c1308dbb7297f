/** Stands for the keeper in the worker that hands on no states of past epochs (../leaner-workers.mjs). */
import type { EpochKeeper as Keeper } from '../../../src/engine/training/epoch-keeper.ts'

export class EpochKeeper implements Pick<Keeper, keyof Keeper> {
  keep() {}

  keepBest() {}
}
