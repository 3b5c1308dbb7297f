/** The product's worker, its draw calls counted. */
import './count-draws.ts'
import '../../../src/engine/worker.ts'
