/** How large the weights of each layer are, and what the first layer looks for in images. */
import { WeightHistogram } from '../../../charts/network/weight-histogram.tsx'
import { WeightPicture } from '../../../charts/network/weight-picture.tsx'
import type { Sight } from '../../../store/predictions.ts'
import type { RunView } from '../../../store/run-view.ts'
import { percent, settingNumber, weight, whole } from '../../../text/format.ts'
import { useText } from '../../shared/app-context.tsx'
import { DataTable } from '../data-table.tsx'
import { useSight } from '../use-sight.ts'
import css from './weights.module.css'

type WeightsSeen = Sight<'weights'>['seen']

interface Props {
  readonly run: RunView
  readonly large: boolean
}

export default function WeightsView({ run, large }: Props) {
  const t = useText()
  const sight = useSight(run.id, { kind: 'weights' })
  if (sight === null) return <p className={css.hint}>{t.inside.nothing}</p>
  const text = t.inside.weights
  const { layers, pictures } = sight.seen
  const count = layers.reduce((sum, layer) => sum + layer.count, 0)
  const near = layers.reduce((sum, layer) => sum + layer.count * layer.nearZero, 0)
  return (
    <div className={css.weights} data-large={large}>
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
              {i === layers.length - 1 && i > 0 ? t.inside.output : t.inside.layer(i + 1)}
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
    </div>
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
            <WeightPicture {...{ weights, width, height }} label={text.picture(unit + 1)} />
          </li>
        ))}
      </ul>
      <p className={css.hint}>{text.pictureAbout}</p>
    </section>
  )
}
