/** The samples to whose true class the network gives the smallest probability: mistakes, or those of one cell. */
import { useMemo } from 'react'
import type { Cell } from '../../../charts/model/confusion-matrix.tsx'
import { type Classified, worstFirst } from '../../../domain/predictions/confusion.ts'
import { percent, whole } from '../../../text/format.ts'
import { Button } from '../../kit/button.tsx'
import { useText } from '../../shared/app-context.tsx'
import { DataTable } from '../data-table.tsx'
import { PredictedPictures } from '../sample-pictures.tsx'
import type { Answered } from './answered.ts'
import css from './predictions.module.css'

interface Props extends Answered {
  readonly all: readonly Classified[]
  /** null shows the mistakes of all cells. */
  readonly cell: Cell | null
  onAll(): void
}

const SHOWN = { column: 24, large: 60 }
const LISTED = { column: 8, large: 16 }
const IN_TABLE = 200

export function WorstBlock({ set, samples, all, cell, onAll, large }: Props) {
  const t = useText()
  const text = t.inside.predictions
  const worst = useMemo(
    () =>
      worstFirst(
        all.filter(({ truth, predicted }) =>
          cell === null ? truth !== predicted : truth === cell.truth && predicted === cell.predicted,
        ),
      ),
    [all, cell],
  )
  const name = (k: number) => set.classes[k]!
  const title =
    cell === null
      ? text.worst
      : cell.truth === cell.predicted
        ? name(cell.truth)
        : text.worstOf(name(cell.truth), name(cell.predicted))
  const size = large ? 'large' : 'column'
  return (
    <section className={css.block} aria-label={title}>
      <div className={css.blockHead}>
        <h4>{title}</h4>
        {cell !== null && (
          <Button variant="plain" size="small" onClick={onAll}>
            {text.everything}
          </Button>
        )}
      </div>
      {worst.length === 0 && <p className={css.hint}>{text.noneWrong}</p>}
      {set.shape.kind === 'image' ? (
        <PredictedPictures set={set} samples={samples} predictions={worst.slice(0, SHOWN[size])} />
      ) : (
        <ol className={css.worst}>
          {worst.slice(0, LISTED[size]).map(({ sample, truth, predicted, ofTruth }) => (
            <li key={sample}>
              <span>
                {text.sample} {whole(sample + 1)}
              </span>
              <span>{truth === predicted ? name(truth) : text.worstOf(name(truth), name(predicted))}</span>
              <b>{percent(ofTruth)}</b>
            </li>
          ))}
        </ol>
      )}
      {worst.length > 0 && (
        <DataTable
          caption={title}
          heads={[text.sample, text.truth, text.takenFor, text.probability]}
          rows={() =>
            worst
              .slice(0, IN_TABLE)
              .map(({ sample, truth, predicted, ofTruth }) => [
                whole(sample + 1),
                name(truth),
                name(predicted),
                percent(ofTruth, 2),
              ])
          }
        />
      )}
    </section>
  )
}
