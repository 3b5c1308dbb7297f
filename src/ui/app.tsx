import css from './app.module.css'
import { TrainingTape } from './app-tape.tsx'
import { Notices } from './notices.tsx'
import { Phone } from './phone/phone.tsx'
import { Rail } from './rail/rail.tsx'
import { Side } from './side/side.tsx'
import { Stage } from './stage/stage.tsx'
import { TopBar } from './top-bar/top-bar.tsx'
import { useKeys } from './use-keys.ts'
import { useMedia, usePage } from './use-page.ts'

export function App() {
  usePage()
  useKeys()
  const narrow = useMedia('(max-width: 1023px)')
  return narrow ? <Phone /> : <Workbench />
}

function Workbench() {
  return (
    <div className={css.app}>
      <header>
        <TopBar />
        <TrainingTape />
      </header>
      <Notices />
      <div className={css.columns}>
        <Rail />
        <Stage />
        <Side />
      </div>
    </div>
  )
}
