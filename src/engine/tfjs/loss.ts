/**
 * Data losses from logits. Each function returns one number per sample, so that a mean over a batch and a sum over a
 * part come from the same formula. Targets: one column of 0/1 for two classes, one-hot rows for K classes, one column
 * of numbers for regression.
 */
import type { Loss } from '../../domain/experiment.ts'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from './tf.ts'

export type Head = 'sigmoid' | 'softmax' | 'linear'

export function outputs(head: Head, logits: Tensor2D): Tensor2D {
  if (head === 'sigmoid') return tf.sigmoid(logits)
  return head === 'softmax' ? tf.softmax(logits) : logits
}

export function sampleLoss(loss: Loss, head: Head, logits: Tensor2D, targets: Tensor2D): Tensor1D {
  if (loss === 'mse') return tf.mean(tf.square(tf.sub(outputs(head, logits), targets)), 1)
  return head === 'softmax' ? softmaxCrossEntropy(logits, targets) : sigmoidCrossEntropy(logits, targets)
}

/** 1 for each sample classified rightly: arg-max, or probability above ½ for one output. */
export function hits(head: Head, logits: Tensor2D, targets: Tensor2D): Tensor1D {
  const right =
    head === 'softmax'
      ? tf.equal(tf.argMax(logits, 1), tf.argMax(targets, 1))
      : tf.reshape(tf.equal(tf.greater(logits, 0), tf.greater(targets, 0.5)), [logits.shape[0]])
  return tf.cast(right, 'float32') as Tensor1D
}

/** log Σ exp z − z·y, shifted by the largest logit; its gradient is softmax(z) − y, alive however wrong z is. */
function softmaxCrossEntropy(logits: Tensor2D, targets: Tensor2D): Tensor1D {
  const op = tf.customGrad((z, y, save) => {
    const [logitsIn, targetsIn] = [z as Tensor2D, y as Tensor2D]
    ;(save as (tensors: Tensor[]) => void)([logitsIn, targetsIn])
    const shifted = tf.sub(logitsIn, tf.max(logitsIn, 1, true))
    const value = tf.sub(tf.log(tf.sum(tf.exp(shifted), 1)), tf.sum(tf.mul(shifted, targetsIn), 1))
    const gradFunc = (dy: Tensor, [savedZ, savedY]: Tensor[]) => {
      const slope = tf.sub(tf.softmax(savedZ as Tensor2D), savedY as Tensor2D)
      return [tf.mul(tf.expandDims(dy, 1), slope), tf.zerosLike(slope)]
    }
    return { value, gradFunc }
  })
  return op(logits, targets) as Tensor1D
}

/** max(z, 0) − z·y + log(1 + exp −|z|); its gradient is σ(z) − y. */
function sigmoidCrossEntropy(logits: Tensor2D, targets: Tensor2D): Tensor1D {
  const op = tf.customGrad((z, y, save) => {
    ;(save as (tensors: Tensor[]) => void)([z as Tensor, y as Tensor])
    const tail = tf.log1p(tf.exp(tf.neg(tf.abs(z as Tensor))))
    const value = tf.sum(tf.add(tf.sub(tf.relu(z as Tensor), tf.mul(z as Tensor, y as Tensor)), tail), 1)
    const gradFunc = (dy: Tensor, [savedZ, savedY]: Tensor[]) => {
      const slope = tf.sub(tf.sigmoid(savedZ!), savedY!)
      return [tf.mul(tf.expandDims(dy, 1), slope), tf.zerosLike(slope)]
    }
    return { value, gradFunc }
  })
  return op(logits, targets) as Tensor1D
}
