/** Classes: how they are confused, the worst samples of all or of a cell, and whether the network is as sure as it is right. */
import { type ReactNode, useMemo, useState } from 'react'
import type { Cell } from '../../../charts/model/confusion-matrix.tsx'
import { classified, confusion } from '../../../domain/predictions/confusion.ts'
import { percent } from '../../../text/format.ts'
import { useText } from '../../shared/app-context.tsx'
import { SamplePictures } from '../sample-pictures.tsx'
import type { Answered } from './answered.ts'
import { CalibrationBlock } from './calibration-block.tsx'
import { ConfusionBlock } from './confusion-block.tsx'
import css from './predictions.module.css'
import { WorstBlock } from './worst-block.tsx'

interface Props extends Answered {
  /** A pad on which samples can be drawn, below the confusion. */
  readonly pad?: ReactNode
}

export function ClassPredictions({ pad, ...answered }: Props) {
  const { set, samples, outputs, part } = answered
  const t = useText()
  const [cell, setCell] = useState<Cell | null>(null)
  const all = useMemo(() => classified(samples.targets, outputs, set.classes.length), [samples, outputs, set])
  const confused = useMemo(() => confusion(all, set.classes.length), [all, set])
  if (outputs === null)
    return set.shape.kind === 'image' ? (
      <SamplePictures set={set} samples={samples} />
    ) : (
      <p className={css.hint}>{t.fit.nothingYet}</p>
    )
  const of = t.inside.predictions.of(all.length, samples.count)
  return (
    <>
      <p className={css.summary}>
        {t.inside.predictions.wrong(confused.wrong, of, percent(1 - confused.wrong / all.length))}
      </p>
      <div className={css.blocks}>
        <div className={css.column}>
          <ConfusionBlock confusion={confused} classes={set.classes} chosen={cell} onChoose={setCell} />
          {pad}
        </div>
        <WorstBlock {...answered} all={all} cell={cell} onAll={() => setCell(null)} />
        <CalibrationBlock all={all} part={part} />
      </div>
    </>
  )
}
