/** The product's worker without what is measured for the verdict: its bundle has no-probes.ts for the probes. */
import '../../../src/engine/worker.ts'
