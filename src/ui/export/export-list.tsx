import { gap } from '../../domain/run/run.ts'
import { tableToJson } from '../../domain/table/table-json.ts'
import { curvesFile } from '../../files/curves-file.ts'
import { pngPicture, svgPicture } from '../../files/picture.ts'
import { recordOf, runsFile } from '../../files/record.ts'
import { type Cell, csv, latex, markdown } from '../../files/tables.ts'
import { weightsFile } from '../../files/weights-file.ts'
import { experimentUrl, sceneUrl } from '../../page/urls.ts'
import type { ProgramKey } from '../../programs/programs.ts'
import { type RunView, trainingTime } from '../../store/run-view.ts'
import type { AppStore } from '../../store/store.ts'
import type { Messages } from '../../text/messages.ts'
import { runName } from '../../text/run-name.ts'
import { useAppContext, useAppState, useText } from '../shared/app-context.tsx'
import { useHeadline } from '../shared/headline.ts'
import { alsoAhead } from '../shared/lazy.tsx'
import { fileName, save } from '../shared/save.ts'
import { headlineText } from '../shared/use-diagnosis.ts'

const WEIGHTS = 'weights.safetensors'

const loadPrograms = () => import('../../programs/programs.ts')
const loadLoader = () => import('../../programs/load-weights.ts')
alsoAhead(loadPrograms)
alsoAhead(loadLoader)

/** The list of everything that can be saved as a file. It is fetched when the menu is first opened. */
export default function ExportList() {
  const t = useText()
  const { app } = useAppContext()
  const runs = useAppState((state) => state.runs)
  const run = useAppState((state) => state.runs.find(({ id }) => id === state.focus))
  const draft = useAppState((state) => state.draft.experiment)
  const draftPreset = useAppState((state) => state.draft.preset)
  const { title, settings, difference } = useHeadline()
  const record = (view: RunView) => recordOf(view, app.history(view.id))
  const table = () => runTable(runs, app, t)
  const shown = runs.filter(({ visible }) => visible)
  const picture = () =>
    svgPicture(document.querySelector('[data-curves]')!, {
      title,
      settings: difference === null ? settings : `${settings} · ${difference}`,
      link: sceneUrl(app),
    })
  const experiment = run?.experiment ?? draft
  const preset = run ? run.preset : draftPreset
  const link = () => experimentUrl(experiment, preset)
  const program = async (wanted: ProgramKey) => {
    const { programsOf, textOf } = await loadPrograms()
    return textOf(programsOf(experiment, link()).find(({ key }) => key === wanted)!.lines)
  }
  const loader = async () => {
    const { loadWeightsProgram } = await loadLoader()
    return loadWeightsProgram(run!.experiment, fileName(WEIGHTS), link())
  }
  const { rows } = experiment.data
  const item = (label: string, name: string, write: () => Written | Promise<Written>, off = false) => (
    <button type="button" disabled={off} onClick={async () => save(name, await write())}>
      {label}
    </button>
  )
  const { take, home, programs } = t
  return (
    <>
      {item(take.svg, 'curves.svg', picture, shown.length === 0)}
      {item(take.png, 'curves.png', async () => pngPicture(await picture()), shown.length === 0)}
      {item(home.curvesCsv, 'curves.csv', () => curvesFile(record(run!)), !run?.latest)}
      {item(take.runJson, 'run.json', () => runsFile([record(run!)]), !run)}
      {item(take.runsJson, 'runs.json', () => runsFile(runs.map(record)), runs.length === 0)}
      {item(home.weights, WEIGHTS, () => weightsFile(record(run!), link()), !run?.weights)}
      {item(home.loader, 'load-weights.py', loader, !run?.weights)}
      {item(take.keras, 'experiment.py', () => program('keras'))}
      {item(programs.notebook, 'experiment.ipynb', async () =>
        (await loadPrograms()).notebook(experiment, link()),
      )}
      {item(programs.tfjs, 'experiment.mjs', () => program('tfjs'))}
      {rows &&
        experiment.data.set === 'rows' &&
        item(programs.table, 'table.json', () => JSON.stringify(tableToJson(rows)))}
      {item(take.tableMarkdown, 'runs.md', () => markdown(table()), runs.length === 0)}
      {item(take.tableCsv, 'runs.csv', () => csv(table()), runs.length === 0)}
      {item(take.tableLatex, 'runs.tex', () => latex(table()), runs.length === 0)}
    </>
  )
}

type Written = string | Blob

function runTable(runs: readonly RunView[], app: AppStore, t: Messages): Cell[][] {
  return [
    Object.values(t.take.columns),
    ...runs.map((run): Cell[] => {
      const { best, latest, test, engine } = run
      const diagnosis = app.diagnosis(run)
      return [
        runName(run, t),
        diagnosis && headlineText(diagnosis, t),
        best?.validation.loss ?? null,
        best?.epoch ?? null,
        latest?.train.loss ?? null,
        latest?.validation.loss ?? null,
        latest && gap(latest),
        test.kind === 'opened' ? (test.score.accuracy ?? test.score.loss) : null,
        latest?.epoch ?? 0,
        trainingTime(run),
        engine && t.progress.engines[engine.name],
      ]
    }),
  ]
}
