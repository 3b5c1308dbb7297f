/** The product's worker with its draw calls counted. */
import './count-draws.ts'
import '../../../src/engine/worker.ts'
