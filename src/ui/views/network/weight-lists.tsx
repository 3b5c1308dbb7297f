/** The weights of a unit in and out, the largest first. */
import { useState } from 'react'
import { MapPicture } from '../../../charts/network/map-picture.tsx'
import { denseLayers } from '../../../domain/network/network.ts'
import { useText } from '../../shared/app-context.tsx'
import { layerName, shortUnitName } from './names.ts'
import css from './network.module.css'
import type { UnitProps } from './unit-props.ts'
import { Weight } from './weight-field.tsx'

/** Weights of a list; where there are more, a line says how many. */
const LISTED = 12

export function WeightLists(props: UnitProps) {
  const { experiment, sight, unit, pinned } = props
  const t = useText()
  const layers = denseLayers(experiment)
  const into = layers[unit.layer - 1]
  const outOf = layers[unit.layer]
  // While a person sets weights of a pinned unit, they stay in their places.
  const order = `${unit.layer} ${unit.unit} ${pinned ? sight.epoch : 'now'}`
  return (
    <>
      {into && (
        <WeightList
          key={`in ${order}`}
          {...props}
          title={t.inside.network.into(layerName(experiment, unit.layer - 1, t))}
          layer={unit.layer - 1}
          places={Array.from(
            { length: into.inputs },
            (_, from) => into.kernelAt + from * into.units + unit.unit,
          )}
        />
      )}
      {outOf && (
        <WeightList
          key={`out ${order}`}
          {...props}
          title={t.inside.network.outOf(layerName(experiment, unit.layer + 1, t))}
          layer={unit.layer + 1}
          places={Array.from(
            { length: outOf.units },
            (_, to) => outOf.kernelAt + unit.unit * outOf.units + to,
          )}
        />
      )}
    </>
  )
}

interface ListProps
  extends Pick<UnitProps, 'experiment' | 'sight' | 'maps' | 'factors' | 'pinned' | 'edits'> {
  readonly title: string
  /** The layer of the units at the other end. */
  readonly layer: number
  /** For each of them the place of its weight in the flat weights. */
  readonly places: readonly number[]
}

function WeightList({ experiment, sight, maps, factors, pinned, edits, title, layer, places }: ListProps) {
  const t = useText()
  const all = sight.seen.weights
  const weights = places.map((at) => all[at]!)
  const isDropped = (unit: number) => layer > 0 && factors?.[layer - 1]?.[unit] === 0
  const size = (unit: number) => (isDropped(unit) ? -1 : Math.abs(weights[unit]!))
  const now = [...weights.keys()].sort((a, b) => size(b) - size(a))
  const [first] = useState(now)
  const order = pinned ? first : now
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
              {isDropped(unit) ? (
                t.inside.network.dropped
              ) : (
                <Weight
                  at={places[unit]!}
                  weights={all}
                  edits={edits}
                  label={t.inside.network.weightTo(shortUnitName(experiment, { layer, unit }, t))}
                />
              )}
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
