import { Activity, lazy, Suspense, useState } from 'react'
import css from './app.module.css'
import { TrainingTape } from './app-tape.tsx'
import { Notices } from './notices.tsx'
import { Phone } from './phone/phone.tsx'
import { Rail } from './rail/rail.tsx'
import { Side } from './side/side.tsx'
import { Stage } from './stage/stage.tsx'
import { useView } from './sweep/use-view.ts'
import { ViewSwitch } from './sweep/view-switch.tsx'
import { TopBar } from './top-bar/top-bar.tsx'
import { useKeys } from './use-keys.ts'
import { useDroppedFiles } from './use-open-files.ts'
import { useMedia, usePage } from './use-page.ts'

const SweepView = lazy(() => import('./sweep/sweep-view.tsx'))

export function App() {
  usePage()
  useKeys()
  useDroppedFiles()
  const narrow = useMedia('(max-width: 1023px)')
  return narrow ? <Phone /> : <Workbench />
}

function Workbench() {
  const [view, choose] = useView()
  const [swept, setSwept] = useState(false)
  if (view === 'sweep' && !swept) setSwept(true)
  // The switch stays the same element on either side, so that it keeps the focus; both leave it this room.
  const lead = <div className={css.lead} />
  return (
    <div className={css.app}>
      <header>
        <TopBar />
        <TrainingTape />
      </header>
      <Notices />
      <div className={css.columns}>
        <Rail />
        <div className={css.switch}>
          <ViewSwitch view={view} onChange={choose} />
        </div>
        <Activity mode={view === 'runs' ? 'visible' : 'hidden'}>
          <Stage lead={lead} />
          <Side />
        </Activity>
        {swept && (
          <Activity mode={view === 'sweep' ? 'visible' : 'hidden'}>
            <Suspense fallback={<div />}>
              <SweepView lead={lead} onLeave={() => choose('runs')} />
            </Suspense>
          </Activity>
        )}
      </div>
    </div>
  )
}
