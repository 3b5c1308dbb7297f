import type { Experiment } from '../domain/experiment/experiment.ts'
import type { NetworkLayer } from '../domain/network/layers.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import type { CodeLine } from './lines.ts'

/**
 * Marks the lines of a weight layer with the row of the controls that they are about: the row of its units,
 * or of the block that its convolution is in. That row creates the layer and may set its activation. The
 * output layer has no row, because the data set decides its width.
 */
export function ofLayer(
  { model }: Experiment,
  layers: readonly NetworkLayer[],
  i: number,
  lines: readonly CodeLine[],
): CodeLine[] {
  if (i === layers.length - 1)
    return lines.map((row) => ({
      ...row,
      settings: row.settings.map((setting) => (setting === 'layers' ? 'data' : setting)),
    }))
  const convolution = layers[i]!.kind === 'convolution'
  const convolutions = layers.filter(({ kind }) => kind === 'convolution').length
  const blocks = model.blocks.flatMap((block, at) => Array.from({ length: block.layers }, () => at))
  const list: SettingKey = convolution ? 'blocks' : 'layers'
  return lines.map((row) => {
    const shapes = row.settings.includes('activation') || /[({]$/.test(row.text)
    return {
      ...row,
      settings: shapes ? [...new Set([...row.settings, list])] : row.settings,
      place: convolution ? blocks[i]! : i - convolutions,
    }
  })
}
