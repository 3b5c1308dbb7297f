/** Reads numbers from the device, and waits until they are there. It throws where the device is gone. */
import { checkAlive } from './backend.ts'
import { joined } from './dense.ts'
import { type Tensor, tf } from './tf.ts'

export function download(tensor: Tensor): Float32Array {
  const values = tensor.dataSync<'float32'>().slice()
  checkAlive()
  return values
}

/** Up to so many numbers a draw that joins them takes less time than waiting for the device once for each tensor. */
const FEW = 2 ** 16

/** The numbers of each group of tensors: few are read in one go, many from where they are. */
export function downloadGroups(groups: () => readonly (readonly Tensor[])[]): Float32Array[] {
  const read: Float32Array[] = []
  // Nothing is returned from within: tidy looks through all that is, number by number, for tensors.
  tf.tidy(() => {
    const made = groups()
    const sizes = made.map((group) => group.reduce((sum, { size }) => sum + size, 0))
    const values = together(made.flat())
    let end = 0
    for (const size of sizes) {
      end += size
      read.push(values.subarray(end - size, end))
    }
  })
  checkAlive()
  return read
}

function together(tensors: readonly Tensor[]): Float32Array {
  const total = tensors.reduce((sum, { size }) => sum + size, 0)
  if (total > 0 && total <= FEW) return joined(tensors).dataSync<'float32'>()
  const values = new Float32Array(total)
  let end = 0
  for (const tensor of tensors) {
    values.set(tensor.dataSync<'float32'>(), end)
    end += tensor.size
  }
  return values
}
