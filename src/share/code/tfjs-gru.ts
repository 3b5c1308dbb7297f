/** Keras' GRU, which TensorFlow.js has only without reset_after. */
import { type CodeLine, line, plain } from './lines.ts'

const CELL = `/** Keras' GRU: the reset gate works on what the recurrent
 * kernel has made of the state (reset_after). */
class GruCell extends tf.layers.Layer {
  static className = 'GruCell'

  constructor({ units, kernelInitializer, recurrentInitializer }) {
    super({})
    this.units = this.stateSize = units
    this.initializers = [kernelInitializer, recurrentInitializer]
  }

  build([, features]) {
    const weight = (name, rows, initializer) =>
      this.addWeight(
        name, [rows, 3 * this.units], 'float32', initializer)
    const [forInputs, forState] = this.initializers
    const zeros = tf.initializers.zeros()
    this.kernel = weight('kernel', features, forInputs)
    this.recurrent = weight('recurrent_kernel', this.units, forState)
    this.bias = weight('bias', 2, zeros)
    this.built = true
  }

  call([x, h]) {
    return tf.tidy(() => {
      const biases = tf.split(this.bias.read(), 2)
      const sums = (input, kernel, bias) =>
        tf.split(tf.add(tf.matMul(input, kernel.read()), bias), 3, 1)
      const [xz, xr, xh] = sums(x, this.kernel, biases[0])
      const [hz, hr, hh] = sums(h, this.recurrent, biases[1])
      const update = tf.sigmoid(tf.add(xz, hz))
      const reset = tf.sigmoid(tf.add(xr, hr))
      const fresh = tf.tanh(tf.add(xh, tf.mul(reset, hh)))
      const kept = tf.mul(update, h)
      const next = tf.add(kept, tf.mul(tf.sub(1, update), fresh))
      return [next, next]
    })
  }
}`

export const gruLines = (): CodeLine[] =>
  plain(CELL).map((row) => (row.text.startsWith('class') ? line(row.text, 'model') : row))
