import { Activity, lazy, Suspense, useEffect, useState } from 'react'
import css from './app.module.css'
import { TrainingTape } from './app-tape.tsx'
import { useRoom } from './lab-context.tsx'
import { Notices } from './notices.tsx'
import { Phone } from './phone/phone.tsx'
import { Rail } from './rail/rail.tsx'
import { Side } from './side/side.tsx'
import { Stage } from './stage/stage.tsx'
import { type View, ViewSwitch } from './sweep/view-switch.tsx'
import { TopBar } from './top-bar/top-bar.tsx'
import { useKeys } from './use-keys.ts'
import { useMedia, usePage } from './use-page.ts'

const SweepView = lazy(() => import('./sweep/sweep-view.tsx'))

export function App() {
  usePage()
  useKeys()
  const narrow = useMedia('(max-width: 1023px)')
  return narrow ? <Phone /> : <Workbench />
}

function Workbench() {
  const [view, setView] = useState<View>('runs')
  const [swept, setSwept] = useState(false)
  const { lab } = useRoom()
  // Who starts a run, by the button or the space bar, wants to see it.
  useEffect(
    () =>
      lab.store.subscribe(({ heat }, before) => {
        if (heat !== before.heat && heat.length > 0) setView('runs')
      }),
    [lab],
  )
  const choose = (next: View) => {
    setView(next)
    if (next === 'sweep') setSwept(true)
  }
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
