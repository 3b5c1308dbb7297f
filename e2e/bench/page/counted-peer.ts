/** A peer's worker with its draw calls counted. */
import './count-draws.ts'
import './worker.ts'
