/** The filters of a convolution: where in the image each answers; one of them large, with what it looks for. */
import { type KeyboardEvent, useMemo, useState } from 'react'
import { NumberPicture } from '../../../../charts/network/number-picture.tsx'
import { usualReach } from '../../../../charts/network/unit-map.ts'
import type { ConvolutionLayer } from '../../../../domain/network/layers.ts'
import { percent, weight, whole } from '../../../../text/format.ts'
import { useAllText } from '../../../shared/app-context.tsx'
import { spreadOf } from './strip-spread.ts'
import css from './strips.module.css'

/** Filters that are drawn; where there are more, a line says how many. */
const DRAWN = 32
/** Slices of a kernel that are drawn, one for each channel. */
const SLICES = 16

interface Props {
  readonly layer: ConvolutionLayer
  /** Height × width × filters. */
  readonly maps: Float32Array
  /** Kernel × kernel × channels × filters. */
  readonly kernel: Float32Array
}

export function FilterStrip({ layer, maps, kernel }: Props) {
  const t = useAllText()
  const [chosen, choose] = useState(0)
  const { height, width, filters } = layer
  const drawn = Math.min(filters, DRAWN)
  const each = useMemo(
    () => Array.from({ length: drawn }, (_, f) => every(maps, f, filters)),
    [maps, drawn, filters],
  )
  const reach = useMemo(() => usualReach(maps, 0), [maps])
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(chosen + by, drawn - 1))
    choose(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }
  return (
    <>
      <ul className={css.maps} onKeyDown={move}>
        {each.map((map, f) => (
          <li key={f}>
            <button
              type="button"
              className={css.map}
              tabIndex={f === chosen ? 0 : -1}
              aria-pressed={f === chosen}
              onClick={() => choose(f)}
              onPointerMove={() => choose(f)}
            >
              <NumberPicture numbers={map} {...{ width, height, reach }} label={t.strips.filter(f + 1)} />
            </button>
          </li>
        ))}
      </ul>
      {filters > drawn && <p className={css.hint}>{t.inside.network.more(filters - drawn)}</p>}
      <Filter {...{ layer, kernel, reach }} map={each[chosen]!} filter={chosen} />
    </>
  )
}

interface FilterProps extends Pick<Props, 'layer' | 'kernel'> {
  readonly filter: number
  readonly map: Float32Array
  readonly reach: number
}

function Filter({ layer, kernel, filter, map, reach }: FilterProps) {
  const t = useAllText()
  const { height, width, kernel: side, channels, filters } = layer
  const { mean, most, zero } = spreadOf(map)
  const slices = Array.from({ length: Math.min(channels, SLICES) }, (_, channel) =>
    every(kernel, channel * filters + filter, channels * filters),
  )
  const strongest = usualReach(every(kernel, filter, filters), 0)
  return (
    <div className={css.detail}>
      <NumberPicture numbers={map} {...{ width, height, reach }} label={t.strips.sees(filter + 1)} />
      <div>
        <p>{t.strips.answers(filter + 1, weight(mean), weight(most), percent(zero, 0))}</p>
        <ul className={css.kernel}>
          {slices.map((slice, channel) => (
            <li key={channel}>
              <NumberPicture
                numbers={slice}
                width={side}
                height={side}
                reach={strongest}
                label={t.strips.kernel(channel + 1)}
              />
            </li>
          ))}
        </ul>
        <p className={css.hint}>
          {channels > SLICES
            ? t.strips.someChannels(whole(SLICES), whole(channels))
            : t.strips.channels(channels)}
        </p>
      </div>
    </div>
  )
}

/** Every `stride`th number from `at` on. */
function every(numbers: Float32Array, at: number, stride: number): Float32Array {
  return Float32Array.from(
    { length: Math.floor(numbers.length / stride) },
    (_, i) => numbers[at + i * stride]!,
  )
}
