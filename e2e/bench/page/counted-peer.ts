/** A peer's worker, its draw calls counted. */
import './count-draws.ts'
import './worker.ts'
