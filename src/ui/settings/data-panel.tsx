import { dataSet } from '../../domain/data/registry.ts'
import { SETS_BY_GROUP } from '../../domain/data-sets/catalogue.ts'
import { noiseFloor } from '../../domain/run/reference-losses.ts'
import { loss } from '../../text/format.ts'
import { AboutDataButton } from '../data/about-data-button.tsx'
import { TableRoom } from '../data/table-upload.tsx'
import type { SliderScale } from '../kit/slider-scale.ts'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import { More } from '../shared/more.tsx'
import { ChoiceSetting, CountSetting, SliderSetting, SwitchSetting } from '../shared/setting-rows.tsx'
import { DownloadLine } from './download-line.tsx'
import { FeatureChips } from './feature-chips.tsx'
import { foldedSettings } from './panels.ts'
import css from './settings-column.module.css'

const DrawnRoom = lazyPart(async () => ({ default: (await import('../data/drawn-points.tsx')).DrawnRoom }))

const counts = (max: number): SliderScale => ({
  kind: 'log',
  min: 10,
  max,
  whole: true,
  mantissas: [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8],
})
const steps: SliderScale = { kind: 'linear', min: 2, max: 200, step: 1 }
const share: SliderScale = { kind: 'linear', min: 0, max: 0.5, step: 0.01 }

export function DataPanel() {
  const t = useText()
  const set = useAppState(({ draft }) => dataSet(draft.experiment.data))
  const drawn = useAppState(({ draft }) => draft.experiment.data.set === 'drawn')
  const most = Math.max(20, set.available ?? 5000)
  const limits = [1, Math.max(1, set.available ?? 20_000)] as const
  return (
    <>
      <ChoiceSetting setting="data" names={t.sets} groups={{ of: SETS_BY_GROUP, names: t.ownData.groups }} />
      <TableRoom />
      {drawn && <DrawnRoom />}
      <DownloadLine />
      {set.shape.kind === 'sequence' && <SliderSetting setting="length" scale={steps} />}
      <SliderSetting setting="train" scale={counts(most)} limits={limits} />
      <SliderSetting setting="validation" scale={counts(most)} limits={limits} />
      <SliderSetting setting="test" scale={counts(most)} limits={limits} />
      {set.kind === 'generated' && set.noise !== 'none' && (
        <SliderSetting setting="noise" scale={{ kind: 'linear', min: 0, max: 1, step: 0.01 }} />
      )}
      {set.task === 'classes' && <SliderSetting setting="label-noise" scale={share} />}
      <FloorLine />
      <More settings={foldedSettings('data')}>
        {set.task === 'classes' && <ChoiceSetting setting="label-noise-in" names={t.noiseIn} />}
        <SeedSetting />
        {set.shape.kind === 'vector' && <SwitchSetting setting="standardize" />}
        {set.extent !== null && set.inputs === 2 && <FeatureChips />}
        {set.extent !== null && set.inputs === 1 && <CountSetting setting="degree" min={1} max={12} />}
      </More>
      <AboutDataButton />
    </>
  )
}

function SeedSetting() {
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

function FloorLine() {
  const t = useText()
  const floor = useAppState(({ draft }) => noiseFloor(draft.experiment))
  return floor === null ? null : <p className={css.hint}>{t.data.floor(loss(floor))}</p>
}
