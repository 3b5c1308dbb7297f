import type { Trainer } from './trainer.ts'

/** If the device is not done after this many ms, the next read will have to wait for it. */
const SLOW = 1000

/**
 * Wraps a trainer so that reads are announced while the device is behind with its queue. `busy` announces and returns
 * the function that ends the announcement; `now` is in ms.
 */
export function announced(trainer: Trainer, busy: () => () => void, now: () => number): Trainer {
  let behind = false
  const reading = <T>(read: () => T): T => {
    if (!behind) return read()
    const done = busy()
    try {
      return read()
    } finally {
      done()
    }
  }
  return {
    arrange: (order) => trainer.arrange(order),
    accumulate: (batch, from, to) => trainer.accumulate(batch, from, to),
    update: (learningRate, watched) => trainer.update(learningRate, watched),
    measure: (part, from, to) => trainer.measure(part, from, to),
    report: () => reading(() => trainer.report()),
    predict: (rows) => reading(() => trainer.predict(rows)),
    activations: (rows) => reading(() => trainer.activations(rows)),
    cellTraces: (rows) => reading(() => trainer.cellTraces(rows)),
    readGradient: () => reading(() => trainer.readGradient()),
    snapshot: () => trainer.snapshot(),
    restore: (snapshot) => trainer.restore(snapshot),
    adopt: (weights) => trainer.adopt(weights),
    read: (snapshot) => reading(() => trainer.read(snapshot)),
    readState: () => reading(() => trainer.readState()),
    writeState: (state) => trainer.writeState(state),
    async synchronize() {
      const from = now()
      await trainer.synchronize()
      behind = now() - from > SLOW
    },
    settled: async () => trainer.settled?.(),
    dispose: () => trainer.dispose(),
  }
}
