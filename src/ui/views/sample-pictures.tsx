/** Samples that are pictures, as they are or with what a network takes them for. */
import { useMemo } from 'react'
import { DigitGrid, type DigitItem } from '../../charts/model/digit-grid.tsx'
import type { DataSet } from '../../domain/data/registry.ts'
import type { RawSamples } from '../../domain/data/samples.ts'
import type { Classified } from '../../domain/predictions/confusion.ts'
import { percent } from '../../text/format.ts'
import { useText } from '../shared/app-context.tsx'

/** How many are shown before any run. */
const SHOWN = 36

interface Props {
  readonly set: DataSet
  readonly samples: RawSamples
}

/** The first samples, without predictions. */
export function SamplePictures({ set, samples }: Props) {
  const items = useMemo(
    () =>
      Array.from({ length: Math.min(SHOWN, samples.count) }, (_, i) => ({
        ...pictureOf(set, samples, i),
        predicted: null,
        confidence: null,
      })),
    [set, samples],
  )
  return <Grid set={set} items={items} />
}

export function PredictedPictures({
  set,
  samples,
  predictions,
}: Props & { readonly predictions: readonly Classified[] }) {
  const items = useMemo(
    () =>
      predictions.map(({ sample, predicted, confidence }) => ({
        ...pictureOf(set, samples, sample),
        predicted: set.classes[predicted]!,
        confidence,
      })),
    [set, samples, predictions],
  )
  return <Grid set={set} items={items} />
}

/** The ink of a sample and its true class. */
function pictureOf(set: DataSet, { inputs, targets }: RawSamples, sample: number) {
  const ink = inputs.subarray(sample * set.inputs, (sample + 1) * set.inputs)
  return {
    pixels: Uint8ClampedArray.from(ink, (share) => share * 255),
    truth: set.classes[targets[sample]!]!,
  }
}

function Grid({ set, items }: { readonly set: DataSet; readonly items: readonly DigitItem[] }) {
  const t = useText()
  if (set.shape.kind !== 'image') return null
  return (
    <DigitGrid
      items={items}
      width={set.shape.width}
      height={set.shape.height}
      percent={(sure) => percent(sure, 0)}
      describe={({ truth, predicted, confidence }) =>
        predicted === null
          ? t.fit.plain(truth)
          : predicted === truth
            ? t.fit.right(truth)
            : t.fit.mistaken(truth, predicted, percent(confidence ?? 0, 0))
      }
    />
  )
}
