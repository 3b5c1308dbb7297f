import { useState } from 'react'
import { type Cell, ConfusionMatrix } from '../../../charts/model/confusion-matrix.tsx'
import type { Confusion } from '../../../domain/predictions/confusion.ts'
import { percent, whole } from '../../../text/format.ts'
import { Segmented } from '../../kit/segmented.tsx'
import { useText } from '../../shared/app-context.tsx'
import css from './predictions.module.css'

interface Props {
  readonly confusion: Confusion
  readonly classes: readonly string[]
  readonly chosen: Cell | null
  onChoose(cell: Cell | null): void
}

/** The most classes for which a matrix fits; of more the most frequent mistakes are listed. */
const MOST_CLASSES = 12

export function ConfusionBlock({ confusion, classes, chosen, onChoose }: Props) {
  const t = useText()
  const [rates, setRates] = useState(false)
  const { counts, confused } = confusion
  const { cell: cellText, cellRight, ...text } = t.inside.predictions
  const countOf = ({ truth, predicted }: Cell) => counts[truth]![predicted]!
  const rateOf = (cell: Cell) => countOf(cell) / counts[cell.truth]!.reduce((a, b) => a + b, 0)
  return (
    <section className={css.block} aria-label={text.confusion}>
      <div className={css.blockHead}>
        <h4>{text.confusion}</h4>
        <Segmented
          hideLabel
          size="small"
          label={text.show}
          value={rates ? 'rates' : 'counts'}
          options={[
            { value: 'counts', label: text.counts },
            { value: 'rates', label: text.rates },
          ]}
          onChange={(value) => setRates(value === 'rates')}
        />
      </div>
      {classes.length <= MOST_CLASSES ? (
        <ConfusionMatrix
          counts={counts}
          classes={classes}
          labels={{ truth: text.truth, predicted: text.takenFor, caption: text.confusion }}
          write={(cell) => (rates ? percent(rateOf(cell), 0) : whole(countOf(cell)))}
          describe={(cell) => {
            const [truth, predicted] = [classes[cell.truth]!, classes[cell.predicted]!]
            const share = percent(rateOf(cell))
            return cell.truth === cell.predicted
              ? cellRight(countOf(cell), truth, share)
              : cellText(countOf(cell), truth, predicted, share)
          }}
          chosen={chosen}
          onChoose={onChoose}
        />
      ) : (
        <ol className={css.confused}>
          {confused.slice(0, MOST_CLASSES).map(({ truth, predicted, count }) => (
            <li key={`${truth} ${predicted}`}>
              <button
                type="button"
                aria-pressed={chosen?.truth === truth && chosen.predicted === predicted}
                onClick={() => onChoose({ truth, predicted })}
              >
                {text.worstOf(classes[truth]!, classes[predicted]!)}
              </button>
              <b>{rates ? percent(rateOf({ truth, predicted }), 0) : whole(count)}</b>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
