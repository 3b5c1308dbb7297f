/** One unit large: what it computes, its bias, its gradient, and its weights in and out, the largest first. */

import { Fragment } from 'react'
import { MapPicture } from '../../../charts/network/map-picture.tsx'
import { isOneSided, type UnitMap } from '../../../charts/network/unit-map.ts'
import { denseLayers } from '../../../domain/network/network.ts'
import { settingNumber } from '../../../text/format.ts'
import { useText } from '../../shared/app-context.tsx'
import { unitName } from './names.ts'
import css from './network.module.css'
import { unitFacts } from './unit-facts.ts'
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

/** The bias of a pinned unit can be set. */
function Facts({ experiment, sight, unit, edits }: UnitProps) {
  const t = useText()
  const facts = unitFacts(experiment, sight, unit, t)
  if (facts === null) return null
  const { biasAt } = denseLayers(experiment)[unit.layer - 1]!
  return (
    <dl className={css.facts}>
      <dt>{facts.bias.name}</dt>
      <dd>
        <Weight at={biasAt + unit.unit} weights={sight.seen.weights} edits={edits} label={facts.bias.name} />
      </dd>
      {facts.others.map(({ name, value }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
