import type { PathOptimizer } from '../../../../domain/optimizer-paths/paths.ts'
import { settingNumber } from '../../../../text/format.ts'
import { optimizerNames } from '../../../../text/names.ts'

/** The optimizers of a scene, with what tells those of one kind apart. */
export function trailNames(optimizers: readonly PathOptimizer[]): readonly string[] {
  return optimizers.map((optimizer) => {
    const name = optimizerNames[optimizer.kind]
    const others = optimizers.filter((other) => other !== optimizer && other.kind === optimizer.kind)
    if (others.length === 0) return name
    const differs = (of: (one: PathOptimizer) => number | undefined) =>
      others.some((other) => of(other) !== of(optimizer))
    return [
      name,
      ...(differs(({ learningRate }) => learningRate) ? [settingNumber(optimizer.learningRate)] : []),
      ...(optimizer.momentum !== undefined && differs(({ momentum }) => momentum)
        ? [`μ ${settingNumber(optimizer.momentum)}`]
        : []),
    ].join(' ')
  })
}
