/** Keras' GRU, which TensorFlow.js has only without reset_after. */
import { type CodeLine, line, plain } from './lines.ts'

const CELL = `/** Keras' GRU: the reset gate works on what the
 * recurrent kernel has made of the state. */
class GruCell extends tf.layers.Layer {
  static className = 'GruCell'

  constructor({ units, ...initializers }) {
    super({})
    this.units = units
    this.stateSize = units
    this.initializers = initializers
  }

  build([, features]) {
    const { units, initializers } = this
    const weight = (name, rows, initializer) =>
      this.addWeight(
        name,
        [rows, 3 * units],
        'float32',
        initializer,
      )
    this.kernel = weight(
      'kernel',
      features,
      initializers.kernelInitializer,
    )
    this.recurrentKernel = weight(
      'recurrent_kernel',
      units,
      initializers.recurrentInitializer,
    )
    const zeros = tf.initializers.zeros()
    this.bias = weight('bias', 2, zeros)
    this.built = true
  }

  call([x, h]) {
    return tf.tidy(() => {
      const [forX, forH] = tf.split(this.bias.read(), 2)
      const gates = (of, kernel, bias) =>
        of.matMul(kernel.read()).add(bias).split(3, 1)
      const [xz, xr, xh] = gates(x, this.kernel, forX)
      const [hz, hr, hh] =
        gates(h, this.recurrentKernel, forH)
      const update = xz.add(hz).sigmoid()
      const reset = xr.add(hr).sigmoid()
      const fresh = xh.add(reset.mul(hh)).tanh()
      // update * h + (1 - update) * fresh
      const next = fresh.add(update.mul(h.sub(fresh)))
      return [next, next]
    })
  }
}`

export const gruLines = (): CodeLine[] =>
  plain(CELL).map((row) => (row.text.startsWith('class') ? line(row.text, 'model') : row))
