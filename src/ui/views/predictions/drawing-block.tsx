/** A person draws a digit, and the network says what it takes it for. */
import { useEffect } from 'react'
import { NumberPicture } from '../../../charts/network/number-picture.tsx'
import { digitPicture, type Stroke } from '../../../domain/predictions/drawn-digit.ts'
import type { RunView } from '../../../store/run-view.ts'
import { percent } from '../../../text/format.ts'
import { Button } from '../../kit/button.tsx'
import { Info } from '../../kit/info.tsx'
import { useAllText, useAppContext, useFit } from '../../shared/app-context.tsx'
import { DataTable } from '../data-table.tsx'
import { OutputStrip } from '../network/strips/output-strip.tsx'
import css from './digit-pad.module.css'
import { DigitPad } from './digit-pad.tsx'
import blocks from './predictions.module.css'

const SIDE = 28

export default function DrawingBlock({ run }: { readonly run: RunView }) {
  const t = useAllText()
  const { fit } = useAppContext()
  const drawing = useFit((state) => state.drawing)
  const answer = useFit(({ drawn }) => drawn[run.id]?.outputs)
  useEffect(() => fit.watchDrawing(run.id), [fit, run.id])
  const strokes = drawing?.strokes ?? []
  const draw = (next: readonly Stroke[]) => {
    const picture = digitPicture(next)
    fit.draw(picture && { strokes: next, picture })
  }
  return (
    <section className={blocks.block} aria-label={t.drawing.title}>
      <div className={blocks.blockHead}>
        <h4>{t.drawing.title}</h4>
        <Info label={t.inside.about} sentences={t.drawing.about} />
      </div>
      <div className={css.drawing}>
        <DigitPad strokes={strokes} onDraw={draw} />
        <div className={css.aside}>
          {drawing && (
            <span className={css.given} title={t.drawing.given}>
              <NumberPicture
                numbers={drawing.picture}
                width={SIDE}
                height={SIDE}
                reach={1}
                label={t.drawing.given}
              />
            </span>
          )}
          <Button variant="plain" size="small" disabled={!drawing} onClick={() => draw(strokes.slice(0, -1))}>
            {t.drawing.undo}
          </Button>
          <Button variant="plain" size="small" disabled={!drawing} onClick={() => draw([])}>
            {t.drawing.clear}
          </Button>
        </div>
      </div>
      {!drawing && <p className={blocks.hint}>{t.drawing.hint}</p>}
      {drawing && !answer && <p className={blocks.hint}>{t.drawing.waiting}</p>}
      {drawing && answer && (
        <>
          <p className={blocks.summary}>{t.drawing.answer(...surest(answer))}</p>
          <OutputStrip experiment={run.experiment} outputs={answer} />
          <DataTable
            caption={t.drawing.chances}
            heads={[t.drawing.digit, t.drawing.probability]}
            rows={() => Array.from(answer, (chance, digit) => [`${digit}`, percent(chance, 2)])}
          />
        </>
      )}
    </section>
  )
}

/** The digit of the largest probability, and that. */
function surest(answer: Float32Array): [digit: string, sure: string] {
  const most = Math.max(...answer)
  return [`${answer.indexOf(most)}`, percent(most, 0)]
}
