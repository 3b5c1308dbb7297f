import { useMemo } from 'react'
import { SETS_BY_GROUP } from '../../domain/data-sets/catalogue.ts'
import { lowestLoss } from '../../domain/diagnosis/overlap.ts'
import { AboutDataButton } from '../data/about-data-button.tsx'
import { TableRoom } from '../data/table-upload.tsx'
import type { SliderScale } from '../kit/slider-scale.ts'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import { lowestText } from '../shared/reference-lines.ts'
import { ChoiceSetting, CountSetting, SliderSetting, SwitchSetting } from '../shared/setting-rows.tsx'
import { DownloadLine } from './download-line.tsx'
import { FeatureChips } from './feature-chips.tsx'
import type { PanelContents } from './panel-contents.ts'
import css from './settings-column.module.css'
import { useDraftSet } from './use-draft-set.ts'

const DrawnRoom = lazyPart(async () => ({ default: (await import('../data/drawn-points.tsx')).DrawnRoom }))

export const dataPanel: PanelContents<'data'> = {
  shown: {
    data: DataSetChoice,
    rows: () => <TableRoom />,
    points: DrawnPoints,
    length: Length,
    train: () => <Samples part="train" />,
    validation: () => <Samples part="validation" />,
    test: () => <Samples part="test" />,
    noise: Noise,
    'label-noise': LabelNoise,
  },
  consequences: <FloorLine />,
  folded: {
    'label-noise-in': LabelNoiseIn,
    'seed-data': DataSeed,
    standardize: Standardize,
    features: Features,
    degree: Degree,
  },
  foot: <AboutDataButton />,
}

function DataSetChoice() {
  const t = useText()
  return (
    <>
      <ChoiceSetting setting="data" names={t.sets} groups={{ of: SETS_BY_GROUP, names: t.ownData.groups }} />
      <DownloadLine />
    </>
  )
}

function DrawnPoints() {
  return useAppState(({ draft }) => draft.experiment.data.set) === 'drawn' && <DrawnRoom />
}

function Length() {
  if (useDraftSet().shape.kind !== 'sequence') return null
  return <SliderSetting setting="length" scale={{ kind: 'linear', min: 2, max: 200, step: 1 }} />
}

const countScale = (max: number): SliderScale => ({
  kind: 'log',
  min: 10,
  max,
  whole: true,
  mantissas: [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8],
})

function Samples({ part }: { part: 'train' | 'validation' | 'test' }) {
  const { available } = useDraftSet()
  const scale = countScale(Math.max(20, available ?? 5000))
  return <SliderSetting setting={part} scale={scale} limits={[1, Math.max(1, available ?? 20_000)]} />
}

function Noise() {
  const set = useDraftSet()
  if (set.kind !== 'generated' || set.noise === 'none') return null
  return <SliderSetting setting="noise" scale={{ kind: 'linear', min: 0, max: 1, step: 0.01 }} />
}

function LabelNoise() {
  if (useDraftSet().task !== 'classes') return null
  return <SliderSetting setting="label-noise" scale={{ kind: 'linear', min: 0, max: 0.5, step: 0.01 }} />
}

function FloorLine() {
  const t = useText()
  const experiment = useAppState(({ draft }) => draft.experiment)
  const lowest = useMemo(() => lowestLoss(experiment), [experiment])
  return lowest && <p className={css.hint}>{t.data.floor(lowestText(lowest))}</p>
}

function LabelNoiseIn() {
  const t = useText()
  return useDraftSet().task === 'classes' && <ChoiceSetting setting="label-noise-in" names={t.noiseIn} />
}

function DataSeed() {
  const t = useText()
  const actions = useActions()
  // A new seed is drawn only when a person asks for one; everything after that is reproducible from the
  // number.
  const action = {
    label: t.newSeed,
    onClick: () => actions.edit('seed-data', 1 + Math.floor(Math.random() * 9999)),
  }
  return <CountSetting setting="seed-data" min={0} max={2 ** 32 - 1} action={action} />
}

function Standardize() {
  return useDraftSet().shape.kind === 'vector' && <SwitchSetting setting="standardize" />
}

function Features() {
  const { extent, inputs } = useDraftSet()
  return extent !== null && inputs === 2 && <FeatureChips />
}

function Degree() {
  const { extent, inputs } = useDraftSet()
  return extent !== null && inputs === 1 && <CountSetting setting="degree" min={1} max={12} />
}
