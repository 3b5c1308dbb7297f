/** What the picture of all that a network makes of the data says: in a sentence, in a table, and what its numbers mean. */
import { CURVE_POINTS, curvePlaces, GRID, gridPlaces } from '../../domain/data/probe.ts'
import { type DataSet, dataSet } from '../../domain/data/registry.ts'
import type { EpochRow } from '../../domain/run/run.ts'
import type { RunView } from '../../store/run-view.ts'
import { loss, percent, rSquared, settingNumber, weight, whole } from '../../text/format.ts'
import type { AllMessages } from '../../text/messages.ts'
import { Info } from '../kit/info.tsx'
import { useAllText, useAppContext, useFit } from '../shared/app-context.tsx'
import { DataTable } from './data-table.tsx'
import css from './fit-facts.module.css'
import { fitTitle } from './fit-view.tsx'
import { inputLabels } from './network/names.ts'
import { useOutputs } from './use-outputs.ts'

/** Of the places of a picture the table has every so many. */
const EVERY = { plane: 8, curve: 8 }

export default function FitFacts({ run }: { readonly run: RunView }) {
  const t = useAllText()
  const { app } = useAppContext()
  const set = dataSet(run.experiment.data)
  const outputs = useOutputs(run.id)
  const epoch = useFit(({ fits }) => fits[run.id]?.epoch)
  const row = (epoch === undefined ? null : app.row(run.id, epoch)) ?? run.latest
  if (outputs === null || row === null) return null
  const table = tableOf(run, set, outputs, t)
  return (
    <div className={css.facts}>
      <div className={css.head}>
        <p>{summaryOf(row, t)}</p>
        <Info label={t.inside.about} sentences={t.fitFacts.about[kindOf(set)]} />
      </div>
      <DataTable caption={fitTitle(set, t)} {...table} />
    </div>
  )
}

function kindOf(set: DataSet) {
  if (set.extent === null) return 'effects'
  if (set.inputs === 1) return 'curve'
  return set.task === 'classes' ? 'boundary' : 'surface'
}

function summaryOf({ epoch, train, validation }: EpochRow, { fitFacts: text }: AllMessages): string {
  const at = whole(epoch)
  if (train.accuracy !== undefined && validation.accuracy !== undefined)
    return text.right(at, percent(train.accuracy), percent(validation.accuracy))
  if (train.r2 !== undefined && validation.r2 !== undefined)
    return text.fits(at, rSquared(train.r2), rSquared(validation.r2))
  return text.losses(at, loss(train.loss), loss(validation.loss))
}

function tableOf({ experiment }: RunView, set: DataSet, outputs: Float32Array, t: AllMessages) {
  const text = t.fitFacts
  const every = (count: number, step: number) =>
    Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step)
  if (set.extent === null) {
    const truth = set.kind === 'generated' ? set.trueWeights : null
    return {
      heads: [text.input, text.weight, text.trueWeight],
      rows: () =>
        Array.from(outputs.subarray(1), (value, i) => [
          whole(i + 1),
          weight(value - outputs[0]!),
          weight(truth?.get(i) ?? 0),
        ]),
    }
  }
  const extent = set.extent
  const [across, down] = inputLabels(experiment)
  if (set.inputs === 1) {
    const xs = curvePlaces(extent)
    const truth = set.kind === 'generated' ? set.trueCurve : null
    return {
      heads: ['x', text.network, ...(truth ? [text.truth] : [])],
      rows: () =>
        every(CURVE_POINTS, EVERY.curve).map((i) => [
          settingNumber(Number(xs[i]!.toPrecision(4))),
          weight(outputs[i]!),
          ...(truth ? [weight(truth(xs[i]!))] : []),
        ]),
    }
  }
  const places = gridPlaces(extent)
  const coordinate = (place: number, axis: number) =>
    settingNumber(Number(places[2 * place + axis]!.toFixed(1)))
  const steps = every(GRID, EVERY.plane)
  return {
    heads: [text.place(down ?? 'y', across ?? 'x'), ...steps.map((column) => coordinate(column, 0))],
    rows: () =>
      steps.map((line) => [
        coordinate(line * GRID, 1),
        ...steps.map((column) => {
          const value = outputs[line * GRID + column]!
          return set.task === 'classes' ? percent(value, 0) : weight(value)
        }),
      ]),
  }
}
