/** Puts the layers together: worker, client, store, page. It is the only file that knows them all. */
import '@fontsource-variable/inter/opsz.css'
import './ui/app/tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { WorkerClient } from './client/client.ts'
import { loadPacked } from './client/packed-data.ts'
import { decodeLink, isEmbedded } from './domain/link/link.ts'
import { LANGUAGES, type Language } from './domain/link/page-keys.ts'
import { NO_TABLES } from './domain/table/library.ts'
import { followAddress } from './page/address.ts'
import { loadedLater } from './page/loaded-later.ts'
import { rememberedLanguage, rememberedTheme, rememberedTimes } from './page/preferences.ts'
import { type FittingRoom, scripting } from './page/scripting.ts'
import { pageUrl } from './page/urls.ts'
import { browserStorage } from './storage/browser-storage.ts'
import { browserSweepStorage } from './storage/browser-sweep-storage.ts'
import type { HandIns } from './store/hand-ins.ts'
import { watchFit } from './store/predictions.ts'
import { keepReady } from './store/ready-engine.ts'
import { createResamplings } from './store/resamplings.ts'
import { createSeedTrials } from './store/seed-trials.ts'
import { createAppStore } from './store/store.ts'
import { createSweeps } from './store/sweeps.ts'
import { createTunedComparison } from './store/tuned-comparison.ts'
import { loadFirst, NO_LANGUAGE, preferredLanguage } from './text/messages.ts'
import { App } from './ui/app/app.tsx'
import { Crash } from './ui/app/crash.tsx'
import { type AppContext, AppContextProvider } from './ui/shared/app-context.tsx'
import { fetchAhead } from './ui/shared/lazy.tsx'
import { loadCurves } from './ui/shared/lazy-curves.tsx'

declare global {
  interface Window {
    fittingRoom: FittingRoom
  }
}

const spawn = () =>
  new Worker(new URL('./engine/worker.ts', import.meta.url), { type: 'module', name: 'engine' })

/** Pictures are drawn again ten times a second, or four times for people who asked for less motion. */
const epochsEvery = matchMedia('(prefers-reduced-motion: reduce)').matches ? 250 : 100

/**
 * React draws charts with low priority and begins anew whenever something urgent comes between. A slow page that was told
 * new epochs all the time would never finish: it hears of them when it has nothing to do, or after this time in ms.
 */
const LONGEST_WAIT = 300
const whenDrawn = (callback: () => void) => {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(callback, { timeout: LONGEST_WAIT })
  else callback()
}

let started = 0
/** Two pages may be open at once and keep their runs in the same storage, so ids must differ. */
const session = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`

/** Such a page keeps no runs, and begins nothing before it is seen. */
const embedded = isEmbedded(location.hash)

const language =
  decodeLink(location.hash, NO_TABLES).language ??
  rememberedLanguage() ??
  preferredLanguage(navigator.languages)
const loadingWords = loadFirst([language, ...LANGUAGES])
// What fails here is asked for again where the charts stand.
loadCurves().catch(() => {})

const app = createAppStore({
  client: new WorkerClient(spawn, {
    cores: navigator.hardwareConcurrency,
    epochsEvery,
    whenDrawn,
    memory: rememberedTimes,
  }),
  load: loadPacked,
  deviceMemory: (navigator as { deviceMemory?: number }).deviceMemory,
  language,
  theme: rememberedTheme(),
  ...(!embedded && { storage: browserStorage() }),
  nextId: () => `run-${session}-${++started}`,
})
const queue = { client: app.client, sources: app.sources, cores: navigator.hardwareConcurrency }
const training = {
  ...queue,
  tables: app.tables,
  deviceMemory: app.deviceMemory,
  now: () => performance.now(),
}
const sweeps = createSweeps({ ...training, name: 'sweep', storage: embedded ? null : browserSweepStorage() })
const tunedComparison = createTunedComparison(
  app,
  createSweeps({ ...training, name: 'rates', storage: null }),
)
const seedTrials = createSeedTrials({ ...queue, name: 'trial' })
const resamplings = createResamplings({ ...queue, name: 'resample' })
const handInStorage = () => import('./storage/browser-hand-in-storage.ts')
const handIns = new Map<string, HandIns>()
const context: AppContext = {
  app,
  fit: watchFit(app),
  sweeps,
  tunedComparison,
  seedTrials,
  resamplings,
  embedded,
  handIns(assignment, create) {
    const found = handIns.get(assignment)
    if (found) return found
    const created = create({
      ...queue,
      name: `hand-in-${handIns.size}`,
      tables: app.tables,
      assignment,
      storage: embedded ? null : handInStorage().then(({ browserHandInStorage }) => browserHandInStorage()),
    })
    handIns.set(assignment, created)
    return created
  },
}

window.fittingRoom = scripting(app, __APP_VERSION__, pageUrl)

const root = document.getElementById('root')!
const spoken = await loadingWords
if (spoken === null) root.textContent = NO_LANGUAGE
else start(spoken)

function start(spoken: Language) {
  document.documentElement.lang = spoken
  void app.actions.chooseLanguage(spoken)
  if (!embedded) {
    followAddress(app)
    void app.restore()
    void sweeps.restore()
    addEventListener('pagehide', () => void app.saveRuns())
    keepReady(app)
  }
  createRoot(root).render(
    <StrictMode>
      <Crash>
        <AppContextProvider value={context}>
          <App />
        </AppContextProvider>
      </Crash>
    </StrictMode>,
  )
  if (!embedded) void fetchAhead([...loadedLater(spoken), handInStorage])
}
