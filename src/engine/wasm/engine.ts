import { ENGINES } from '../../domain/run/engines.ts'
import { WASM_FLOPS } from '../training/chunks.ts'
import type { Engine } from '../training/engine.ts'
import { compileKernels } from './kernels.ts'
import { wasmTrainers } from './trainer.ts'

/** Throws with the reason where there is no WebAssembly SIMD. */
export function openWasm(): Engine {
  return {
    info: { name: 'wasm', device: '128-bit SIMD' },
    createTrainer: wasmTrainers(compileKernels()),
    pieceFlops: () => WASM_FLOPS,
    queues: ENGINES.wasm.queuesWork,
    watch: () => {},
  }
}
