/**
 * Opening one tfjs backend, and knowing whether it can be trusted.
 *
 * WebGL is taken only if it renders float32 and computes a small network's gradient like JavaScript does: half floats
 * end in NaN, and some drivers are simply wrong. Software WebGL is welcome. tfjs reports 1e-4 as WebGL's epsilon exactly
 * where float32 works (its floatPrecision() is inverted); nothing here uses that epsilon, and it is corrected anyway.
 */
import type { EngineInfo, EngineName } from '../../domain/run/engines.ts'
import { DeviceLost } from '../training/trainer.ts'
import { yieldToMessages } from '../training/yield-to-messages.ts'
import { denseNetwork } from './dense-network.ts'
import { lossSlope } from './loss.ts'
import { resident } from './program.ts'
import { type MathBackendWebGL, type Tensor2D, tf } from './tf.ts'

/** The engines that TensorFlow.js is, by its own names of its backends. */
export type TfjsBackend = Extract<EngineName, 'webgl' | 'cpu'>

/** Throws with the reason when the backend is missing or wrong. */
export async function openBackend(name: TfjsBackend): Promise<EngineInfo> {
  if (name === 'webgl') {
    tf.env().set('SOFTWARE_WEBGL_ENABLED', true)
    // With shapes as uniforms, tfjs 4.22 takes one compiled program for another: its cache key leaves out whether a
    // squeezed shape is that of its texture, so a product [1, n, k] is read wrong after one of another size. Our own
    // programs (program.ts) have two dimensions at most, where the key says it.
    tf.env().set('WEBGL_USE_SHAPES_UNIFORMS', false)
    // Packing four values to a texel costs dense layers a quarter of their speed in packing and unpacking.
    tf.env().set('WEBGL_PACK', false)
  }
  if (!(await tf.setBackend(name))) throw new Error(`no ${name} backend here`)
  await tf.ready()
  if (name === 'webgl') {
    if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) throw new Error('WebGL renders half floats only')
    Object.assign(tf.backend(), { floatPrecision: () => 32 })
  }
  probe()
  return { name, device: deviceName(name) }
}

/** Calls back once when the graphics device goes away. */
export function watchDevice(onLost: () => void) {
  const gl = graphics() as (WebGL2RenderingContext & { readonly canvas: EventTarget }) | null
  gl?.canvas.addEventListener('webglcontextlost', onLost, { once: true })
}

/** After a lost context tfjs reads zeros without complaint; every read back is followed by this. */
export function checkAlive() {
  if (graphics()?.isContextLost()) throw new DeviceLost('the WebGL context was lost')
}

/** Polls of the fence that take no time of their own, before timers are used: a short queue is over by then. */
const QUICK_POLLS = 60
/** Some drivers never signal a fence; after this many polls (2 to 4 s) the next read back waits instead. */
const MAX_POLLS = 1000

/** Resolves when everything given to the device so far is done, letting the worker hear its messages meanwhile. */
export async function deviceDone() {
  const gl = graphics()
  const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
  if (!gl || !fence) return
  gl.flush()
  for (let poll = 0; poll < MAX_POLLS && gl.clientWaitSync(fence, 0, 0) === gl.TIMEOUT_EXPIRED; poll++)
    await (poll < QUICK_POLLS ? yieldToMessages() : new Promise((resolve) => setTimeout(resolve, 2)))
  gl.deleteSync(fence)
  checkAlive()
}

function graphics(): WebGL2RenderingContext | null {
  if (tf.getBackend() !== 'webgl') return null
  return (tf.backend() as MathBackendWebGL).getGPGPUContext().gl as WebGL2RenderingContext
}

/** The sizes of a matrix product by which a device's speed is told. */
const [ROWS, COLUMNS] = [256, 512]
/** The time that the products shall take together, in ms, and the most of them. */
const [LONG_ENOUGH, MOST_PRODUCTS] = [8, 64]

/**
 * The operations a second that the device reaches in matrix products. It decides how batches are divided (chunks.ts),
 * and that decides the last bits of a run: rounded to a power of four, it is the same at every start on most machines.
 */
export function deviceSpeed(): number {
  const flops = 2 * ROWS * COLUMNS * COLUMNS
  const found = tf.tidy(() => {
    const matrix = resident(tf.fill([COLUMNS, COLUMNS], 1 / COLUMNS)) as Tensor2D
    const rows = resident(tf.ones([ROWS, COLUMNS])) as Tensor2D
    const secondsOf = (products: number) => {
      const from = performance.now()
      tf.tidy(() => {
        let x = rows
        for (let i = 0; i < products; i++) x = tf.matMul(x, matrix)
        tf.slice(x, [0, 0], [1, 1]).dataSync()
      })
      return (performance.now() - from) / 1000
    }
    // The first product compiles, and any number of them waits for one answer.
    secondsOf(1)
    const answer = secondsOf(1)
    let products = 2
    let seconds = secondsOf(products)
    while (seconds * 1000 < LONG_ENOUGH && products < MOST_PRODUCTS) {
      products *= 2
      seconds = secondsOf(products)
    }
    return ((products - 1) * flops) / Math.max(seconds - answer, 1e-4)
  })
  return 4 ** Math.round(Math.log(found) / Math.log(4))
}

function deviceName(name: TfjsBackend): string {
  const gl = graphics()
  if (!gl) return name === 'cpu' ? 'JavaScript' : name
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER))
}

/** d/dw of Σ (tanh(x·w) + tanh(x·w′))² over two rows, by the trainer's own passes, against plain arithmetic. */
function probe() {
  const x = [0.5, -1.25, 2, 0.75]
  const w = [0.3, -0.2, 0.1, 0.9]
  const layer = { kind: 'dense', name: '', inputs: 2, dropout: 0, skip: null } as const
  const layers = [
    { ...layer, units: 2, outputs: 2, activation: 'tanh', kernelAt: 0, biasAt: 4, end: 6 },
    { ...layer, units: 1, outputs: 1, activation: 'linear', kernelAt: 6, biasAt: 8, end: 9 },
  ] as const
  const found = tf.tidy(() => {
    const weights = resident(tf.tensor1d([...w, 0, 0, 1, 1, 0]))
    const slope = (logits: Tensor2D) => lossSlope('mse', 'linear', logits, resident(tf.zeros([2, 1])), 1)
    const inputs = resident(tf.tensor2d(x, [2, 2]))
    return denseNetwork(layers).gradient(weights, inputs, null, slope).dataSync()
  })
  const expected = [0, 0, 0, 0]
  for (const row of [0, 1]) {
    const tanh = [0, 1].map((unit) => Math.tanh(x[2 * row]! * w[unit]! + x[2 * row + 1]! * w[2 + unit]!))
    for (const unit of [0, 1])
      for (const input of [0, 1])
        expected[2 * input + unit]! +=
          2 * (tanh[0]! + tanh[1]!) * (1 - tanh[unit]! ** 2) * x[2 * row + input]!
  }
  const wrong = expected.some((value, i) => !(Math.abs(value - found[i]!) < 1e-3))
  if (wrong) throw new Error('the device computes wrong gradients')
}
