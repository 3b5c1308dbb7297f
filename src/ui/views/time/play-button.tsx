import { Pause, Play } from 'lucide-react'
import { Button } from '../../kit/button.tsx'
import { useText } from '../../shared/app-context.tsx'

interface Props {
  readonly playing: boolean
  setPlaying(playing: boolean): void
}

export function PlayButton({ playing, setPlaying }: Props) {
  const t = useText()
  return (
    <Button
      variant="icon"
      size="small"
      icon={playing ? <Pause /> : <Play />}
      aria-label={playing ? t.time.pause : t.time.play}
      onClick={() => setPlaying(!playing)}
    />
  )
}
