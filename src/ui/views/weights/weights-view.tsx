/** How large the weights of each layer are or were, and what the first layer looks for in images. */
import { useState } from 'react'
import { NumberPicture } from '../../../charts/network/number-picture.tsx'
import { WeightHistogram } from '../../../charts/network/weight-histogram.tsx'
import type { Sight } from '../../../store/predictions.ts'
import type { RunView } from '../../../store/run-view.ts'
import { percent, settingNumber, weight, whole } from '../../../text/format.ts'
import { Segmented } from '../../kit/segmented.tsx'
import { useText } from '../../shared/app-context.tsx'
import { useLiveRuns } from '../../shared/live-context.tsx'
import { DataTable } from '../data-table.tsx'
import { useSight } from '../use-sight.ts'
import { layerTitle } from './layer-title.ts'
import { WeightHistory } from './weight-history.tsx'
import css from './weights.module.css'

type WeightsSeen = Sight<'weights'>['seen']

interface Props {
  readonly run: RunView
  readonly large: boolean
}

export default function WeightsView({ run, large }: Props) {
  const t = useText()
  const live = useLiveRuns()
  const [overTime, setOverTime] = useState(false)
  const text = t.inside.weights
  return (
    <div className={css.weights} data-large={large}>
      {!live && (
        <div className={css.tools}>
          <Segmented
            hideLabel
            size="small"
            label={text.which}
            value={overTime ? 'history' : 'one'}
            options={[
              { value: 'one', label: text.oneEpoch },
              { value: 'history', label: text.history },
            ]}
            onChange={(value) => setOverTime(value === 'history')}
          />
        </div>
      )}
      {overTime ? <WeightHistory run={run} /> : <Weights run={run} />}
    </div>
  )
}

function Weights({ run }: Pick<Props, 'run'>) {
  const t = useText()
  const sight = useSight(run.id, { kind: 'weights' })
  if (sight === null) return null
  const text = t.inside.weights
  const { layers, pictures } = sight.seen
  const count = layers.reduce((sum, layer) => sum + layer.count, 0)
  const near = layers.reduce((sum, layer) => sum + layer.count * layer.nearZero, 0)
  return (
    <>
      <p className={css.summary}>
        {text.summary(layers.length, whole(count), percent(near / count))}{' '}
        <span className={css.hint}>{t.inside.epoch(whole(sight.epoch))}</span>
      </p>
      <p className={css.key}>
        <i aria-hidden /> {text.now} <b aria-hidden /> {text.start}
      </p>
      <ul className={css.layers}>
        {layers.map((layer, i) => (
          <li key={layer.name}>
            <h4>
              {layerTitle(i, layers.length, t)}
              <span>{layer.name}</span>
            </h4>
            <div className={css.histogram}>
              <WeightHistogram
                counts={layer.counts}
                startCounts={layer.startCounts}
                reach={layer.reach}
                tick={(value) => settingNumber(Number(value.toPrecision(2)))}
                label={text.chart(layer.name)}
              />
            </div>
            <dl>
              <div>
                <dt>{text.norm}</dt>
                <dd>{weight(layer.norm)}</dd>
              </div>
              <div>
                <dt>{text.zero}</dt>
                <dd>{percent(layer.zero)}</dd>
              </div>
              <div>
                <dt>{text.nearZero}</dt>
                <dd>{percent(layer.nearZero)}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
      {pictures && <Pictures pictures={pictures} />}
      <DataTable
        caption={t.inside.views.weights}
        heads={[text.layer, text.count, text.norm, text.zero, text.nearZero]}
        rows={() =>
          layers.map(({ name, count, norm, zero, nearZero }) => [
            name,
            whole(count),
            weight(norm),
            percent(zero, 2),
            percent(nearZero, 2),
          ])
        }
      />
    </>
  )
}

function Pictures({ pictures }: { readonly pictures: NonNullable<WeightsSeen['pictures']> }) {
  const t = useText()
  const text = t.inside.weights
  const { units, all, width, height } = pictures
  return (
    <section className={css.pictures} aria-label={text.pictures}>
      <h4>
        {text.pictures}
        <span>{text.picturesOf(whole(units.length), whole(all))}</span>
      </h4>
      <ul>
        {units.map((weights, unit) => (
          <li key={unit}>
            <NumberPicture numbers={weights} {...{ width, height }} label={text.picture(unit + 1)} />
          </li>
        ))}
      </ul>
      <p className={css.hint}>{text.pictureAbout}</p>
    </section>
  )
}
