import type { Trainer } from './trainer.ts'

/** A device that was not done after so many ms is waited for by whoever reads from it next. */
const SLOW = 1000

/**
 * A trainer whose reads are announced where the device is behind with its queue. `busy` announces, and gives back what
 * ends it; `now` in ms.
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
    update: (learningRate) => trainer.update(learningRate),
    measure: (part, from, to) => trainer.measure(part, from, to),
    report: () => reading(() => trainer.report()),
    predict: (rows) => reading(() => trainer.predict(rows)),
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
    dispose: () => trainer.dispose(),
  }
}
