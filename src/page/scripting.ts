/**
 * `window.fittingRoom`: the page's scripting interface, for notebooks, course pages and checks. Runs started here go
 * through the same client as the page's, and stay off its list: a script that trains fifty networks does not bury a
 * lecture's three.
 */
import { DownloadError } from '../client/packed-data.ts'
import { trainOnce } from '../client/train-once.ts'
import { diagnose } from '../domain/diagnosis/diagnose.ts'
import { foreignRows, isValidated, withoutValidation } from '../domain/diagnosis/foreign-rows.ts'
import type { RemedyKey } from '../domain/diagnosis/remedies/proposals.ts'
import { remediesFor } from '../domain/diagnosis/remedies/remedies.ts'
import type { Check, Flag, Verdict } from '../domain/diagnosis/verdict.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { type ExperimentJson, experimentToJson } from '../domain/experiment/experiment-json.ts'
import type { Problem } from '../domain/experiment/problem.ts'
import { LESSON_KEYS, type LessonKey } from '../domain/link/lesson-keys.ts'
import { encodeLink } from '../domain/link/link.ts'
import { initialWeights, type WeightArray } from '../domain/network/initial-weights.ts'
import { inputRows, outputUnits } from '../domain/network/inputs-outputs.ts'
import { cannotRunReason } from '../domain/parsing/cannot-run.ts'
import { defaultExperiment, parseExperiment } from '../domain/parsing/parse.ts'
import { ENGINE_PREFERENCES, type EnginePreference, EXACT_ENGINE } from '../domain/run/engines.ts'
import { type EpochRow, type RunRecord, weightsToJson } from '../domain/run/run.ts'
import { recordedEngines } from '../domain/run/trained-by.ts'
import { recordOf } from '../files/record.ts'
import type { Judgement } from '../lessons/lesson.ts'
import { weightsAfter } from '../store/run-view.ts'
import type { AppStore } from '../store/store.ts'
import { loadMessages, messages, messagesIfLoaded } from '../text/messages.ts'
import { problemText } from '../text/problems.ts'

interface RunOptions {
  readonly engine?: EnginePreference
  readonly onEpoch?: (row: EpochRow) => void
  readonly signal?: AbortSignal
  readonly initialWeights?: RunRecord['weights']
  /** Whether to score the test set too, with the weights that the run ends with. */
  readonly evaluateTest?: boolean
}

interface VerifyOptions {
  /** Takes the place of all three seeds; 1 if left out. */
  readonly seed?: number
  readonly signal?: AbortSignal
}

interface ScriptLesson {
  readonly key: LessonKey
  readonly title: string
  readonly claim: string
}

type DiagnosedRecord = Pick<RunRecord, 'experiment' | 'epochs' | 'start' | 'outcome'>

interface ScriptDiagnosis {
  readonly verdict: Verdict
  readonly flags: readonly (Verdict | Flag)[]
  readonly evidence: readonly Pick<Check, 'quantity' | 'value' | 'threshold' | 'epochs'>[]
  readonly remedies: readonly {
    readonly key: RemedyKey
    /** The run's experiment, complete, with the remedy applied. */
    readonly experiment: ExperimentJson
    readonly reason: string
  }[]
}

type ScriptProblem = { readonly path: string; readonly message: string }
type ScriptParse =
  | { readonly ok: true; readonly experiment: ExperimentJson }
  | { readonly ok: false; readonly problems: readonly ScriptProblem[] }

/** What stands at `window.fittingRoom`; docs/scripting.md describes it for its users. */
export interface FittingRoom {
  readonly version: string
  /** The complete default experiment. */
  defaults(): Experiment
  /** Never throws: what is wrong with the input is a list of problems, in the language of the page. */
  parse(input: unknown): ScriptParse
  /** Trains off the page's list. Rejects with the problems of an experiment that cannot be run. */
  run(experiment: unknown, options?: RunOptions): Promise<RunRecord>
  /** From rows of raw inputs to rows of outputs: probabilities (one number for two classes) or predicted numbers. */
  predict(
    record: Pick<RunRecord, 'experiment' | 'weights'>,
    inputs: readonly (readonly number[])[],
  ): Promise<number[][]>
  /** The verdict on a run, whoever trained it: from its experiment, epochs, start and outcome alone. */
  diagnose(record: DiagnosedRecord): ScriptDiagnosis
  /** The address that opens an experiment. Throws the problems of a bad one. */
  link(experiment: unknown): string
  /** The run that follows the controls, as far as it has come; of five seeds, that of the controls' own. */
  live(): RunRecord | null
  /** The runs on the page. */
  runs(): RunRecord[]
  /** The lessons in the order of the course, in the language of the page. Throws before the page has its words. */
  lessons(): ScriptLesson[]
  /**
   * Trains a lesson's experiments from another seed, one after another, and judges its claim. Rejects for an unknown key, a
   * bad seed, a run that fails, and an aborted signal.
   */
  verifyLesson(key: string, options?: VerifyOptions): Promise<Judgement>
}

export function scripting(app: AppStore, version: string, pageUrl: () => string): FittingRoom {
  let started = 0
  /** Undefined where a script calls before the page has its words. */
  const words = () => messagesIfLoaded(app.store.getState().view.language)
  const inWords = (problem: Problem): ScriptProblem => {
    const t = words()
    return { path: problem.path, message: t ? problemText(problem, t) : bareText(problem) }
  }
  const refusal = (problems: readonly ScriptProblem[]) =>
    new Error(problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('\n'))

  const notOneOf = (path: string, choices: readonly string[], received: unknown) =>
    refusal([inWords({ path, kind: 'not-one-of', choices, received: String(received) })])

  /** Scripts get JSON, because they keep it, change it and pass it back. */
  function parse(input: unknown): ScriptParse {
    const parsed = parseExperiment(input, app.tables)
    return parsed.ok
      ? { ok: true, experiment: experimentToJson(parsed.experiment) }
      : { ok: false, problems: parsed.problems.map(inWords) }
  }

  function expectExperiment(input: unknown): Experiment {
    const parsed = parseExperiment(input, app.tables)
    if (!parsed.ok) throw refusal(parsed.problems.map(inWords))
    return parsed.experiment
  }

  function expectRunnable(input: unknown): Experiment {
    const experiment = expectExperiment(input)
    const problem = cannotRunReason(experiment, app.deviceMemory)
    if (problem) throw refusal([inWords(problem)])
    return experiment
  }

  /** Waits until the samples are with the trainers; throws an error in words that a person can read. */
  async function want({ data }: Experiment): Promise<void> {
    await app.sources.want(data).catch((error: unknown) => {
      if (!(error instanceof DownloadError)) throw error
      const t = messages(app.store.getState().view.language)
      const { failed, failedWhy } = t.ownData
      throw new Error(`${failed(t.sets[data.set])}${t.gap}${failedWhy[error.why]}`, { cause: error })
    })
  }

  async function run(input: unknown, options: RunOptions = {}): Promise<RunRecord> {
    // A script may call before the page has its words.
    await loadMessages(app.store.getState().view.language)
    const experiment = expectRunnable(input)
    const { engine = 'auto', onEpoch, signal, evaluateTest = false } = options
    if (!ENGINE_PREFERENCES.includes(engine)) throw notOneOf('engine', ENGINE_PREFERENCES, engine)
    const weights = options.initialWeights ? weightsFor(experiment, options.initialWeights) : null
    await want(experiment)
    const id = `script-${++started}`
    const ended = await trainOnce(app.client, id, experiment, { engine, weights, onEpoch, signal })
    const final = ended.weights && weightsAfter(ended.outcome, ended.weights)
    const test = evaluateTest && final ? await app.client.test(experiment, final) : null
    return {
      version: 1,
      id,
      experiment: experimentToJson(experiment),
      ...recordedEngines(ended, ended.rows.length),
      epochs: ended.rows,
      ...(ended.start && { start: ended.start }),
      outcome: ended.outcome,
      test,
      weights: weightsToJson(final ?? []),
    }
  }

  async function verifyLesson(key: string, { seed = 1, signal }: VerifyOptions = {}): Promise<Judgement> {
    await loadMessages(app.store.getState().view.language)
    const known = LESSON_KEYS.find((lesson) => lesson === key)
    if (known === undefined) throw notOneOf('lesson', LESSON_KEYS, key)
    // Most visits open no lesson: what knows them all is fetched by whoever does.
    const [{ loadLesson }, { verify }] = await Promise.all([
      import('../lessons/registry.ts'),
      import('../lessons/verify.ts'),
    ])
    return verify(await loadLesson(known), seed, async (experiment, { opensTest }) => {
      const record = await run(experiment, {
        engine: EXACT_ENGINE,
        evaluateTest: opensTest,
        ...(signal && { signal }),
      })
      signal?.throwIfAborted()
      if (record.outcome?.kind === 'failed') throw new Error(record.outcome.message)
      return { ...record, experiment }
    })
  }

  return {
    version,
    defaults: defaultExperiment,
    parse,
    run,
    async predict(record, inputs) {
      const experiment = expectExperiment(record.experiment)
      await want(experiment)
      const rows = inputRows(experiment, inputs)
      const outputs = await app.client.predict(experiment, weightsFor(experiment, record.weights), rows)
      const units = outputUnits(experiment)
      return inputs.map((_, i) => Array.from(outputs.subarray(i * units, (i + 1) * units)))
    },
    diagnose(record) {
      // Whoever trained the run may have left out anything but the experiment.
      const { experiment: input, epochs, start, outcome = null } = (record ?? {}) as Partial<DiagnosedRecord>
      const experiment = expectExperiment(input)
      const source = app.sources.get(experiment.data)
      const rows = foreignRows(epochs)
      const found = diagnose({ experiment, epochs: rows, start, outcome }, source)
      const diagnosis = isValidated(epochs) ? found : withoutValidation(found)
      const { verdict, flags, evidence } = diagnosis
      const t = words()
      return {
        verdict,
        flags,
        evidence: evidence.map(({ quantity, value, threshold, epochs: stretch }) => ({
          quantity,
          value,
          threshold,
          epochs: stretch,
        })),
        remedies: remediesFor(experiment, rows.length, diagnosis).map(({ key, experiment: changed }) => ({
          key,
          experiment: experimentToJson(changed),
          reason: t?.verdict.remedies[key].reason ?? plainWords(key),
        })),
      }
    },
    link(input) {
      return `${pageUrl()}#${encodeLink({ preset: null, experiment: expectExperiment(input), comparison: null })}`
    },
    live() {
      const own = app.store.getState().live?.shown?.own
      return own ? recordOf(own, app.history(own.id)) : null
    },
    runs: () => app.store.getState().runs.map((view) => recordOf(view, app.history(view.id))),
    lessons() {
      const { list } = messages(app.store.getState().view.language).lessons
      return LESSON_KEYS.map((key) => ({ key, ...list[key] }))
    },
    verifyLesson,
  }
}

const plainWords = (key: string) => key.replaceAll('-', ' ')

/** A problem without any dictionary: its kind and its facts, as in "too small, limit 1, received 0". */
function bareText({ path: _, kind, ...facts }: Problem): string {
  return [plainWords(kind), ...Object.entries(facts).map(([name, fact]) => `${name} ${fact}`)].join(', ')
}

/** Saved weights, checked against the experiment's layers; throws naming the first that does not fit. */
function weightsFor(experiment: Experiment, given: RunRecord['weights']): WeightArray[] {
  return initialWeights(experiment).map(({ name, shape }) => {
    const found = given.find((weight) => weight.name === name)
    if (!found) throw new Error(`weights: ${name} is missing`)
    if (found.shape.join() !== shape.join() || found.values.length !== shape.reduce((a, b) => a * b, 1))
      throw new Error(`weights: ${name} must have shape ${shape.join(' × ')}`)
    return { name, shape, values: Float32Array.from(found.values) }
  })
}
