/** One unit large: what it computes, its bias, its gradient, and its weights in and out, the largest first. */

import { MapPicture } from '../../../charts/network/map-picture.tsx'
import { isOneSided, type UnitMap } from '../../../charts/network/unit-map.ts'
import { denseLayers } from '../../../domain/network/network.ts'
import { percent, scientific, settingNumber } from '../../../text/format.ts'
import { useText } from '../../shared/app-context.tsx'
import { unitName } from './names.ts'
import css from './network.module.css'
import type { UnitProps } from './unit-props.ts'
import { Weight } from './weight-field.tsx'
import { WeightLists } from './weight-lists.tsx'

export function UnitDetail(props: UnitProps) {
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
      <WeightLists {...props} />
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
function Facts({ experiment, sight, unit: { layer, unit }, edits }: UnitProps) {
  const t = useText()
  if (layer === 0) return null
  const { seen } = sight
  const own = denseLayers(experiment)[layer - 1]!
  const saturated = seen.saturated[layer - 1]?.[unit]
  return (
    <dl className={css.facts}>
      <dt>{t.inside.network.bias}</dt>
      <dd>
        <Weight at={own.biasAt + unit} weights={seen.weights} edits={edits} label={t.inside.network.bias} />
      </dd>
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
