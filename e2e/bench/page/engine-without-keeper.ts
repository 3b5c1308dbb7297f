/** The product's worker without the states of past epochs: its bundle has no-keeper.ts for the keeper. */
import '../../../src/engine/worker.ts'
