import { useEffect, useMemo, useRef } from 'react'
import { SettingStrip, type StripDot } from '../../charts/live/setting-strip.tsx'
import { settingValue } from '../../domain/settings/setting-values.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import type { LiveState, Strip } from '../../store/live/live-state.ts'
import { lowestPoint } from '../../store/live/strip.ts'
import { loss } from '../../text/format.ts'
import { inSentence } from '../../text/run-name.ts'
import { POSITIONS, type SliderScale, toPosition, toValue } from '../kit/slider-scale.ts'
import { useActions, useText } from './app-context.tsx'
import css from './live-strip.module.css'
import { LiveVerbs } from './live-verbs.tsx'
import { useSteady } from './use-steady.ts'

/** Values that are tried along a slider while the hand rests. */
const VALUES = 17

export interface SliderOfStrip {
  readonly setting: SettingKey
  readonly scale: SliderScale
  readonly format: (value: number) => string
}

interface Props extends SliderOfStrip {
  readonly live: LiveState
  readonly strip: Strip
}

export function ShownStrip({ setting, scale, format, live, strip }: Props) {
  const t = useText()
  const { offerValues, showInStrip } = useActions()
  const steady = useSteady(scale, JSON.stringify(scale))
  useEffect(() => {
    offerValues(setting, valuesAlong(steady))
    return () => offerValues(setting, null)
  }, [setting, steady, offerValues])
  const { points } = strip
  const of = live.stripOf
  const lowest = useMemo(() => lowestPoint(points, of), [points, of])
  const shown = live.shown && settingValue(live.shown.own.experiment, setting)
  const here = points.find(({ value }) => value === shown)
  const dots = points.map((point): StripDot => {
    const look = point === here ? (live.behind ? 'training' : 'here') : point === lowest ? 'lowest' : 'plain'
    const at = toPosition(scale, point.value) / POSITIONS
    return { at, loss: point.diverged ? null : point[of], span: point.spans?.[of] ?? null, look }
  })
  const place = useRef<HTMLDivElement>(null)
  const isEmpty = points.length === 0
  useEffect(() => {
    if (!isEmpty) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isEmpty])
  if (isEmpty) return null
  const summary = lowest
    ? t.live.strip.summary(
        inSentence(t.setting[setting].name),
        points.length,
        loss(lowest[of]!),
        format(lowest.value),
      )
    : ''
  return (
    <div className={css.strip} ref={place}>
      <p className={css.words}>
        <button
          type="button"
          title={t.live.strip.other}
          onClick={() => showInStrip(of === 'best' ? 'last' : 'best')}
        >
          {t.live.strip[of]}
        </button>
        <span>{lowest && t.live.strip.lowest(format(lowest.value))}</span>
      </p>
      <SettingStrip dots={dots} label={summary} />
      <p className={css.values}>
        <b>{here?.[of] != null ? loss(here[of]) : '–'}</b>
        <span>{lowest ? loss(lowest[of]!) : '–'}</span>
      </p>
      <div className={css.verbs}>
        <LiveVerbs />
      </div>
    </div>
  )
}

/** Evenly spread along the track, in ascending order, each a value that the slider stops at. */
function valuesAlong(scale: SliderScale): readonly number[] {
  const values = Array.from({ length: VALUES }, (_, i) => toValue(scale, (POSITIONS * i) / (VALUES - 1)))
  return [...new Set(values)]
}
