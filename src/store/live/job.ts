/** What live mode trains for one state of the controls: a run, or one for each of five seeds, as one to be shown. */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { EnginePreference } from '../../domain/run/engines.ts'
import type { EpochRow, Outcome } from '../../domain/run/run.ts'
import { History } from '../history.ts'
import { isInProgress, outcomeOf, type RunView } from '../run-view.ts'
import { fiveSeeds, medianRows, type SeedRange, seedRange } from './seed-median.ts'
import type { Trainee, Trainees } from './trainees.ts'

export interface JobOptions {
  readonly key: string
  readonly experiment: Experiment
  readonly engine: EnginePreference
  readonly fiveSeeds: boolean
}

export interface JobResult {
  readonly view: RunView
  readonly history: History
  /** The run of the controls' own seed: the same where it is the only one. */
  readonly own: RunView
  readonly ownHistory: History
  /** The lowest and highest of five seeds. */
  readonly range: SeedRange | null
}

export interface JobEvents {
  onChange(job: Job): void
  onEnd(job: Job): void
}

export class Job {
  readonly key: string
  readonly experiment: Experiment
  readonly startedAt: number
  readonly #trainees: Trainees
  readonly #members: readonly Trainee[]
  /** Whether it is on the charts already. */
  isShown = false

  constructor(
    trainees: Trainees,
    { key, experiment, engine, fiveSeeds: five }: JobOptions,
    now: number,
    on: JobEvents,
  ) {
    this.key = key
    this.experiment = experiment
    this.startedAt = now
    this.#trainees = trainees
    const watcher = {
      onChange: () => on.onChange(this),
      onEnd: () =>
        this.#members.some(({ view }) => isInProgress(view)) ? on.onChange(this) : on.onEnd(this),
    }
    this.#members = (five ? fiveSeeds(experiment) : [experiment]).map((member) =>
      trainees.start(member, engine, watcher),
    )
  }

  get ids(): readonly string[] {
    return this.#members.map(({ id }) => id)
  }

  /** The share of its epochs that the slowest of its runs has done. */
  get done(): number {
    const epochs = this.experiment.training.epochs
    return Math.min(
      ...this.#members.map(({ view }) => (isInProgress(view) ? (view.latest?.epoch ?? 0) / epochs : 1)),
    )
  }

  cancel() {
    for (const member of this.#members) this.#trainees.cancel(member)
  }

  /** As far as it has come; null before there is an epoch to show. */
  result(): JobResult | null {
    const [own] = this.#members as readonly [Trainee, ...Trainee[]]
    if (this.#members.length === 1)
      return own.view.latest === null && isInProgress(own.view) ? null : alone(own)
    const rows = this.#members.map(({ view, history }) =>
      // While they grow, the median is told as far as all that go on have come.
      isInProgress(view) ? history.rows().slice(0, this.#reached()) : history.rows(),
    )
    const median = medianRows(rows)
    if (median.length === 0) return this.done === 1 ? alone(own) : null
    const views = this.#members.map(({ view }) => view)
    const history = new History()
    history.add(median)
    const view = medianView(own.view, views, median, history)
    return { view, history, own: own.view, ownHistory: own.history, range: rangeOf(rows, views) }
  }

  #reached(): number {
    return Math.min(
      ...this.#members.filter(({ view }) => isInProgress(view)).map(({ history }) => history.length),
    )
  }
}

const alone = ({ view, history }: Trainee): JobResult => ({
  view,
  history,
  own: view,
  ownHistory: history,
  range: null,
})

function medianView(
  own: RunView,
  views: readonly RunView[],
  rows: readonly EpochRow[],
  history: History,
): RunView {
  const losses = rows.map(({ validation }) => validation.loss)
  const best = losses.indexOf(Math.min(...losses)) + 1
  const outcome = outcomeOf(own)
  const going = views.find(isInProgress)
  return {
    ...own,
    id: `${own.id}-of-five`,
    status: going ? going.status : { kind: 'ended', outcome: medianOutcome(outcome!, rows.length, best) },
    latest: history.row(rows.length),
    best: history.row(best),
    patience: { best, wait: rows.length - best },
    seconds: views.reduce((sum, { seconds }) => sum + seconds, 0),
  }
}

/** It ended as the run of the controls' own seed did, where the median ends. */
function medianOutcome(own: Outcome, epoch: number, best: number): Outcome {
  if (own.kind === 'failed') return { ...own, epoch }
  return { ...own, epoch, best, restored: own.restored === null ? null : best }
}

function rangeOf(rows: readonly (readonly EpochRow[])[], views: readonly RunView[]): SeedRange {
  const known = (losses: readonly (number | undefined)[]) =>
    losses.filter((loss): loss is number => loss !== undefined && Number.isFinite(loss))
  return seedRange(
    rows.filter(({ length }) => length > 0),
    known(views.map(({ best }) => best?.validation.loss)),
    known(views.map(({ latest }) => latest?.validation.loss)),
  )
}
