/** One unit large: what it computes, its bias, its gradient, and its weights in and out, the largest first. */

import { MapPicture } from '../../../charts/network/map-picture.tsx'
import type { UnitPlace } from '../../../charts/network/network-diagram.tsx'
import { isOneSided, type UnitMap } from '../../../charts/network/unit-map.ts'
import type { Experiment } from '../../../domain/experiment/experiment.ts'
import { denseLayers } from '../../../domain/network/network.ts'
import { percent, scientific, settingNumber, weight as weightText } from '../../../text/format.ts'
import { useText } from '../../shared/app-context.tsx'
import { layerName, shortUnitName, unitName } from './names.ts'
import css from './network.module.css'
import { type UnitsSight, weightOf } from './unit-maps.ts'

interface Props {
  readonly experiment: Experiment
  readonly sight: UnitsSight
  readonly maps: readonly (readonly UnitMap[])[]
  readonly factors: readonly Float32Array[] | null
  readonly unit: UnitPlace
  readonly pinned: boolean
}

/** Weights of a list; where there are more, a line says how many. */
const LISTED = 12

export function UnitDetail(props: Props) {
  const { experiment, maps, unit, pinned } = props
  const t = useText()
  const map = maps[unit.layer]![unit.unit]!
  const name = unitName(experiment, unit, t)
  return (
    <section className={css.detail} aria-label={name}>
      <div className={css.detailHead}>
        <h3>{name}</h3>
        <span>{pinned ? t.inside.network.pinned : t.inside.network.pin}</span>
      </div>
      <div className={css.large}>
        <div>
          <MapPicture map={map} side={200} line label={name} />
          <Scale map={map} />
        </div>
        <Facts {...props} />
      </div>
      <Weights {...props} />
    </section>
  )
}

function Scale({ map }: { readonly map: UnitMap }) {
  const { zero, reach } = map
  const oneSided = isOneSided(map)
  return (
    <div className={css.scale} data-one-sided={oneSided} aria-hidden>
      {!oneSided && <span>{settingNumber(Number((zero - reach).toPrecision(2)))}</span>}
      <span>{settingNumber(Number(zero.toPrecision(2)))}</span>
      <span>{settingNumber(Number((zero + reach).toPrecision(2)))}</span>
    </div>
  )
}

/** Of a unit that computes; an input has none. */
function Facts({ experiment, sight, unit: { layer, unit } }: Props) {
  const t = useText()
  if (layer === 0) return null
  const { seen } = sight
  const own = denseLayers(experiment)[layer - 1]!
  const saturated = seen.saturated[layer - 1]?.[unit]
  return (
    <dl className={css.facts}>
      <dt>{t.inside.network.bias}</dt>
      <dd>{weightText(seen.weights[own.biasAt + unit]!)}</dd>
      <dt>{t.inside.network.gradient}</dt>
      <dd>{scientific(seen.gradients[layer - 1]![unit]!)}</dd>
      {saturated !== undefined && (
        <>
          <dt>{t.inside.network.saturated}</dt>
          <dd>{percent(saturated, 0)}</dd>
        </>
      )}
    </dl>
  )
}

function Weights(props: Props) {
  const { experiment, sight, unit } = props
  const t = useText()
  const layers = denseLayers(experiment)
  const { weights } = sight.seen
  const into = layers[unit.layer - 1]
  const outOf = layers[unit.layer]
  return (
    <>
      {into && (
        <WeightList
          {...props}
          title={t.inside.network.into(layerName(experiment, unit.layer - 1, t))}
          layer={unit.layer - 1}
          weights={Array.from({ length: into.inputs }, (_, from) => weightOf(weights, into, from, unit.unit))}
        />
      )}
      {outOf && (
        <WeightList
          {...props}
          title={t.inside.network.outOf(layerName(experiment, unit.layer + 1, t))}
          layer={unit.layer + 1}
          weights={Array.from({ length: outOf.units }, (_, to) => weightOf(weights, outOf, unit.unit, to))}
        />
      )}
    </>
  )
}

interface ListProps extends Pick<Props, 'experiment' | 'maps' | 'factors'> {
  readonly title: string
  /** The layer of the units at the other end. */
  readonly layer: number
  readonly weights: readonly number[]
}

function WeightList({ experiment, maps, factors, title, layer, weights }: ListProps) {
  const t = useText()
  const isDropped = (unit: number) => layer > 0 && factors?.[layer - 1]?.[unit] === 0
  const size = (unit: number) => (isDropped(unit) ? -1 : Math.abs(weights[unit]!))
  const order = [...weights.keys()].sort((a, b) => size(b) - size(a))
  const largest = Math.max(...weights.map(Math.abs)) || 1
  return (
    <section className={css.list} aria-label={title}>
      <div className={css.detailHead}>
        <h4>{title}</h4>
        <span>{t.inside.network.largest}</span>
      </div>
      <ul>
        {order.slice(0, LISTED).map((unit) => (
          <li key={unit} data-dropped={isDropped(unit)}>
            {isDropped(unit) ? (
              <span className={css.off} aria-hidden />
            ) : (
              <MapPicture map={maps[layer]![unit]!} side={18} />
            )}
            <span className={css.source}>{shortUnitName(experiment, { layer, unit }, t)}</span>
            <Bar share={isDropped(unit) ? 0 : weights[unit]! / largest} />
            <span className={css.value}>
              {isDropped(unit) ? t.inside.network.dropped : weightText(weights[unit]!)}
            </span>
          </li>
        ))}
      </ul>
      {order.length > LISTED && <p className={css.rest}>{t.inside.network.more(order.length - LISTED)}</p>}
    </section>
  )
}

function Bar({ share }: { readonly share: number }) {
  return (
    <span className={css.bar} aria-hidden>
      <i
        data-sign={share < 0 ? 'minus' : 'plus'}
        style={{ width: `${50 * Math.abs(share)}%`, [share < 0 ? 'right' : 'left']: '50%' }}
      />
    </span>
  )
}
