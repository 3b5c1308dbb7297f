/** Plays steps, goes on by one, and shows which step is shown. */
import { Pause, Play, StepBack, StepForward } from 'lucide-react'
import { type CSSProperties, useEffect, useState } from 'react'
import { whole } from '../../../../text/format.ts'
import { Button } from '../../../kit/button.tsx'
import { useAllText } from '../../../shared/app-context.tsx'
import { useMedia } from '../../../shared/use-page.ts'
import css from './player.module.css'

/** What playing all steps takes, in ms, and the shortest and the longest time of one. */
const WHOLE = 6000
const [SHORTEST, LONGEST] = [1000 / 60, 300]
/** Where a person wants less motion: so many pictures in all, two a second. */
const STILLS = 12

export interface PathPlayer {
  /** The step that is shown. */
  readonly step: number
  readonly steps: number
  readonly playing: boolean
  goTo(step: number): void
  playOrPause(): void
}

/** Begins at the end, where all that the optimizers did is seen. */
export function usePlayer(steps: number): PathPlayer {
  const [at, setAt] = useState<number | null>(null)
  const [playing, setPlaying] = useState(false)
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const step = Math.min(at ?? steps, steps)
  useEffect(() => {
    if (!playing) return
    const every = still ? 500 : Math.max(SHORTEST, Math.min(WHOLE / steps, LONGEST))
    const by = still ? Math.max(1, Math.round(steps / STILLS)) : 1
    const from = performance.now()
    let begun: number | null = null
    const timer = setInterval(() => {
      // A timer that is late makes up for it: playing takes as long on a busy machine.
      const due = Math.floor((performance.now() - from) / every) * by
      setAt((before) => {
        begun ??= before ?? 0
        const next = Math.min(steps, begun + due)
        if (next >= steps) setPlaying(false)
        return next
      })
    }, every)
    return () => clearInterval(timer)
  }, [playing, steps, still])
  return {
    step,
    steps,
    playing,
    goTo(next) {
      setPlaying(false)
      setAt(Math.max(0, Math.min(next, steps)))
    },
    playOrPause() {
      if (!playing && step >= steps) setAt(0)
      setPlaying(!playing)
    },
  }
}

export function Player({ player }: { readonly player: PathPlayer }) {
  const t = useAllText()
  const { step, steps, playing, goTo, playOrPause } = player
  return (
    <div className={css.player}>
      <Button
        variant="outline"
        size="small"
        className={css.play}
        icon={playing ? <Pause /> : <Play />}
        aria-label={playing ? t.paths.pause : t.paths.play}
        title={playing ? t.paths.pause : t.paths.play}
        onClick={playOrPause}
      />
      <Button
        variant="icon"
        size="small"
        icon={<StepBack />}
        aria-label={t.paths.back}
        disabled={step === 0}
        onClick={() => goTo(step - 1)}
      />
      <Button
        variant="icon"
        size="small"
        icon={<StepForward />}
        aria-label={t.paths.on}
        disabled={step === steps}
        onClick={() => goTo(step + 1)}
      />
      <input
        type="range"
        className={css.range}
        style={{ '--at': step / steps } as CSSProperties}
        min={0}
        max={steps}
        value={step}
        aria-label={t.paths.scrubber}
        onChange={(event) => goTo(event.target.valueAsNumber)}
      />
      <span className={css.step}>
        {t.paths.step} <b>{whole(step)}</b> {t.paths.of(whole(steps))}
      </span>
    </div>
  )
}
