import { dataSet } from '../../domain/data/registry.ts'
import { FEATURES, type Feature } from '../../domain/experiment.ts'
import { noiseFloor } from '../../domain/levels.ts'
import { loss } from '../../text/format.ts'
import { Button } from '../kit/button.tsx'
import type { SliderScale } from '../kit/slider-scale.ts'
import { ChoiceKnob, CountKnob, SliderKnob, SwitchKnob } from '../knobs/knob-rows.tsx'
import { More } from '../knobs/more.tsx'
import { useKnob } from '../knobs/use-knob.ts'
import { useActions, useLab, useText } from '../lab-context.tsx'
import { folded } from './panels.ts'
import css from './rail.module.css'

const counts = (max: number): SliderScale => ({
  kind: 'log',
  min: 10,
  max,
  whole: true,
  mantissas: [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8],
})
const share: SliderScale = { kind: 'linear', min: 0, max: 0.5, step: 0.01 }

export function DataPanel() {
  const t = useText()
  const set = useLab(({ draft }) => dataSet(draft.experiment.data))
  const most = set.available ?? 5000
  const limits = [1, set.available ?? 20_000] as const
  return (
    <>
      <ChoiceKnob knob="data" names={t.sets} />
      <DownloadLine />
      <SliderKnob knob="train" scale={counts(most)} limits={limits} />
      <SliderKnob knob="validation" scale={counts(most)} limits={limits} />
      <SliderKnob knob="test" scale={counts(most)} limits={limits} />
      {set.kind === 'generated' && set.noise !== 'none' && (
        <SliderKnob knob="noise" scale={{ kind: 'linear', min: 0, max: 1, step: 0.01 }} />
      )}
      {set.task === 'classes' && <SliderKnob knob="label-noise" scale={share} />}
      <FloorLine />
      <More knobs={folded.data}>
        {set.task === 'classes' && <ChoiceKnob knob="label-noise-in" names={t.noiseIn} />}
        <SeedKnob />
        {set.shape.kind === 'vector' && <SwitchKnob knob="standardize" />}
        {set.extent !== null && set.inputs === 2 && <FeatureChips />}
        {set.extent !== null && set.inputs === 1 && <CountKnob knob="degree" min={1} max={12} />}
      </More>
    </>
  )
}

function SeedKnob() {
  const t = useText()
  const actions = useActions()
  // Chance belongs to the person who asks for it; what follows from the number is reproducible.
  const action = {
    label: t.newSeed,
    onClick: () => actions.edit('seed-data', 1 + Math.floor(Math.random() * 9999)),
  }
  return <CountKnob knob="seed-data" min={0} max={2 ** 32 - 1} action={action} />
}

const FEATURE_NAMES: Record<Feature, string> = {
  x: 'x',
  y: 'y',
  x2: 'x²',
  y2: 'y²',
  xy: 'xy',
  'sin-x': 'sin x',
  'sin-y': 'sin y',
}

function FeatureChips() {
  const { value, label, hidden, onChange } = useKnob<readonly Feature[]>('features')
  if (hidden) return null
  const toggle = (feature: Feature, on: boolean) =>
    onChange(FEATURES.filter((other) => (other === feature ? on : value.includes(other))))
  return (
    <fieldset className={css.chips}>
      <legend className={css.chipsLegend}>{label}</legend>
      {FEATURES.map((feature) => (
        <label key={feature} className={css.chip}>
          <input
            type="checkbox"
            checked={value.includes(feature)}
            disabled={value.length === 1 && value[0] === feature}
            onChange={(event) => toggle(feature, event.target.checked)}
          />
          {FEATURE_NAMES[feature]}
        </label>
      ))}
    </fieldset>
  )
}

/** How far a packed set's download is, or what went wrong with it. */
function DownloadLine() {
  const t = useText()
  const { retryDownload } = useActions()
  const data = useLab(({ draft }) => draft.experiment.data)
  const download = useLab(({ downloads }) => downloads[data.set])
  const set = dataSet(data)
  if (set.kind !== 'stored' || set.from !== 'file') return null
  if (download?.kind === 'failed')
    return (
      <div className={css.hint} role="alert">
        {t.data.failed} <span className={css.faint}>{download.message}</span>{' '}
        <Button variant="outline" size="small" onClick={retryDownload}>
          {t.data.retry}
        </Button>
      </div>
    )
  if (download?.kind === 'loading')
    return (
      <div className={css.hint}>
        {t.data.loading(download.share)}
        <progress
          className={css.progress}
          value={download.share}
          aria-label={t.data.loading(download.share)}
        />
      </div>
    )
  return (
    <p className={css.hint}>
      {t.data.available(set.available)} · {t.data.licence}
    </p>
  )
}

function FloorLine() {
  const t = useText()
  const floor = useLab(({ draft }) => noiseFloor(draft.experiment))
  return floor === null ? null : <p className={css.hint}>{t.data.floor(loss(floor))}</p>
}
