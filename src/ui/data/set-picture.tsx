/**
 * Shows a few samples of a set that is on the page already; it downloads nothing and shows nothing where the file is
 * missing.
 */
import { useMemo } from 'react'
import { rawSamples } from '../../domain/data/dataset.ts'
import type { DataSet } from '../../domain/data/registry.ts'
import type { RawSamples } from '../../domain/data/samples.ts'
import type { DataSetKey, DataSettings } from '../../domain/experiment/experiment.ts'
import { defaultExperiment } from '../../domain/parsing/parse.ts'
import type { Source } from '../../domain/table/source.ts'
import { settingNumber } from '../../text/format.ts'
import { useAllText, useAppContext } from '../shared/app-context.tsx'
import { SamplePictures } from '../views/sample-pictures.tsx'
import css from './about-data.module.css'
import { Scatter, Steps } from './small-plots.tsx'

interface Props {
  readonly set: DataSetKey
  readonly data: DataSettings
  readonly registered: DataSet
}

/** How many points a scatter has, how many rows a table, how many pictures a strip. */
const POINTS = 120
const PICTURES = 6
const ROWS = 3

export function SetPicture({ set, data, registered }: Props) {
  const t = useAllText()
  const { app } = useAppContext()
  const source = app.sources.get(data)
  const { shape, extent, classes } = registered
  const wanted = extent !== null ? POINTS : shape.kind === 'image' ? PICTURES : ROWS
  const samples = useMemo(
    () => fewSamples(data, registered, source, wanted),
    [data, registered, source, wanted],
  )
  const label = t.aboutData.picture(t.sets[set])
  if (registered.kind === 'stored' && registered.order === 'series' && source)
    return <Scatter label={label} series={source.targets} />
  if (samples === null) return null
  if (shape.kind === 'image') return <SamplePictures set={registered} samples={samples} />
  if (shape.kind === 'sequence') return <Steps label={label} {...{ samples, shape }} />
  if (extent !== null) return <Scatter label={label} {...{ samples, extent, classes }} />
  return <SampleRows {...{ samples, registered }} />
}

/** The first training samples; null where there are none on the page. */
function fewSamples(
  data: DataSettings,
  { kind, available }: DataSet,
  source: Source | undefined,
  wanted: number,
): RawSamples | null {
  if (kind === 'stored' && !source) return null
  const train = Math.min(wanted, available ?? wanted, data.rows?.parts?.train ?? wanted)
  const own = { ...data, train, labelNoise: 0 }
  return train > 0 ? rawSamples({ ...defaultExperiment(), data: own }, 'train', source) : null
}

/** The number of columns that fit. */
const COLUMNS = 3

function SampleRows({ samples, registered }: { samples: RawSamples; registered: DataSet }) {
  const { aboutData: t } = useAllText()
  const { inputs: size, columns, classes } = registered
  const shown = Array.from({ length: Math.min(COLUMNS, size) }, (_, j) => j)
  return (
    <table className={css.rows}>
      <thead>
        <tr>
          {shown.map((j) => (
            <th key={j} scope="col">
              {columns?.[j] ?? `x${j + 1}`}
            </th>
          ))}
          <th scope="col">{t.target}</th>
        </tr>
      </thead>
      <tbody>
        {Array.from(samples.targets, (target, i) => (
          <tr key={i}>
            {shown.map((j) => (
              <td key={j}>{settingNumber(Number(samples.inputs[i * size + j]!.toPrecision(4)))}</td>
            ))}
            <td>{classes[target] ?? settingNumber(Number(target.toPrecision(4)))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
