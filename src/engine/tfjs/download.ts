/** Reads numbers from the device, and waits until they are there. It throws where the device is gone. */
import { checkAlive } from './backend.ts'
import { joined } from './dense.ts'
import { type Tensor, tf } from './tf.ts'

export function download(tensor: Tensor): Float32Array {
  const values = Float32Array.from(tensor.dataSync<'float32'>())
  checkAlive()
  return values
}

/** The numbers of each group of tensors, all read in one go. */
export function downloadGroups(groups: () => readonly (readonly Tensor[])[]): Float32Array[] {
  const [values, sizes] = tf.tidy(() => {
    const made = groups()
    const all = made.flat()
    const sizes = made.map((group) => group.reduce((sum, { size }) => sum + size, 0))
    return [all.length === 0 ? new Float32Array() : joined(all).dataSync<'float32'>(), sizes]
  })
  checkAlive()
  let end = 0
  return sizes.map((size) => {
    end += size
    return values.subarray(end - size, end)
  })
}
