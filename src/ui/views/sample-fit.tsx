/** Data that fit on no axis: the outputs for single samples of the validation part, in one picture or one by one. */
import { useMemo } from 'react'
import { AgreementPlot } from '../../charts/model/agreement-plot.tsx'
import { ConfusionMatrix } from '../../charts/model/confusion-matrix.tsx'
import { DigitGrid } from '../../charts/model/digit-grid.tsx'
import { rawSamples } from '../../domain/data/dataset.ts'
import type { DataSet } from '../../domain/data/registry.ts'
import type { RawSamples } from '../../domain/data/samples.ts'
import { samplesKey } from '../../domain/experiment/identity.ts'
import { samplesMissing } from '../../domain/parsing/cannot-run.ts'
import { percent, settingNumber } from '../../text/format.ts'
import { useText } from '../shared/app-context.tsx'
import { confusion } from './confusion.ts'
import { digitItems } from './digits.ts'
import type { FitProps } from './fit-props.ts'
import css from './views.module.css'

export function SampleFit({ set, experiment, source, outputs }: FitProps) {
  const key = samplesKey(experiment)
  const present = (set.kind === 'generated' || source) && !samplesMissing(experiment)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is what the samples depend on.
  const samples = useMemo(
    () => (present ? rawSamples(experiment, 'validation', source) : null),
    [key, source],
  )
  if (samples === null) return <div className={css.pending} />
  if (set.shape.kind === 'image')
    return <Pictures {...{ set, samples, outputs }} width={set.shape.width} height={set.shape.height} />
  return set.task === 'classes' ? (
    <Classes {...{ set, samples, outputs }} />
  ) : (
    <Numbers {...{ set, samples, outputs }} />
  )
}

interface Props {
  readonly set: DataSet
  readonly samples: RawSamples
  readonly outputs: Float32Array | null
}

function Pictures({ set, samples, outputs, width, height }: Props & { width: number; height: number }) {
  const t = useText()
  const shown = useMemo(
    () => digitItems(samples, outputs, set.classes, width * height),
    [samples, outputs, set.classes, width, height],
  )
  return (
    <>
      <DigitGrid
        items={shown.items}
        width={width}
        height={height}
        percent={(sure) => percent(sure, 0)}
        describe={({ truth, predicted, confidence }) =>
          predicted === null
            ? t.fit.plain(truth)
            : predicted === truth
              ? t.fit.right(truth)
              : t.fit.mistaken(truth, predicted, percent(confidence ?? 0, 0))
        }
      />
      {shown.total > 0 && (
        <p className={css.legend}>{t.fit.wrong(shown.wrong, shown.total, samples.count)}</p>
      )}
    </>
  )
}

/** The most classes for which a matrix fits in the side column. */
const MOST_CLASSES = 12

function Classes({ set, samples, outputs }: Props) {
  const t = useText()
  const { counts, wrong, total, confused } = useMemo(
    () => confusion(samples.targets, outputs, set.classes.length),
    [samples, outputs, set.classes],
  )
  return (
    <>
      {set.classes.length <= MOST_CLASSES ? (
        <ConfusionMatrix
          counts={counts}
          classes={set.classes}
          labels={{ truth: t.fit.truthRows, predicted: t.fit.takenFor, caption: t.fit.confusion }}
        />
      ) : (
        <ol className={css.confused}>
          {confused.slice(0, MOST_CLASSES).map(({ truth, predicted, count }) => (
            <li key={`${truth} ${predicted}`}>
              {set.classes[truth]} → {set.classes[predicted]} <b>{count}</b>
            </li>
          ))}
        </ol>
      )}
      <p className={css.legend}>
        {total > 0 ? t.fit.wrongSamples(wrong, total, samples.count) : t.fit.nothingYet}
      </p>
    </>
  )
}

function Numbers({ samples, outputs }: Props) {
  const t = useText()
  const truth = useMemo(() => Float32Array.from(samples.targets), [samples])
  const shown = outputs?.length ?? 0
  return (
    <>
      <div className={css.curve}>
        <AgreementPlot
          truth={truth}
          predicted={outputs}
          labels={{ truth: t.fit.trueValue, predicted: t.fit.predicted, summary: t.fit.agreement }}
          tick={settingNumber}
        />
      </div>
      {shown > 0 && shown < samples.count && (
        <p className={css.legend}>{t.fit.shown(shown, samples.count)}</p>
      )}
    </>
  )
}
