/** The settings of regularization: penalties of weights, and dropout. */
import * as v from 'valibot'
import { flag, number } from './codecs.ts'
import { real, setting, share, shown } from './setting.ts'
import { linear, log, onOff } from './sweep-defaults.ts'

export const RegularizationSchema = v.strictObject({
  /** l1 · Σ|w| over kernels. */
  l1: v.optional(real(0, 10), 0),
  /** l2 · Σw² over kernels, no ½. */
  l2: v.optional(real(0, 10), 0),
  /**
   * L1 by a proximal step instead of its slope: after every update weights move towards 0 by l1 times the learning
   * rate and stop there, so that zeros are exact (Parikh & Boyd 2014, §6.5.2).
   */
  proximal: v.optional(v.boolean(), false),
  /** Chance that a hidden unit is silenced in a training step. */
  dropout: v.optional(share, 0),
})

export const REGULARIZATION_SETTINGS = {
  dropout: setting(['regularization', 'dropout'], number, shown('regularization'), linear('0 0.2 0.5 0.8')),
  l1: setting(['regularization', 'l1'], number, shown('regularization'), log('0 0.0001 0.001 0.01')),
  l2: setting(['regularization', 'l2'], number, shown('regularization'), log('0 0.0001 0.001 0.01 0.1')),
  proximal: setting(['regularization', 'proximal'], flag, shown('regularization'), onOff),
}
