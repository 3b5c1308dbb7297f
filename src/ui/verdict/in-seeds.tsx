/** A remedy in several seeds: one press trains the run and its remedy with each, and says in how many it helped. */
import { useMemo } from 'react'
import { seedEffects, type Yardstick } from '../../domain/diagnosis/remedies/effect.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { seedTrial, TRIAL_SEEDS } from '../../store/seed-trials.ts'
import { seedEffectsText } from '../../text/effect-text.ts'
import { Button } from '../kit/button.tsx'
import { ProgressBar } from '../kit/progress-bar.tsx'
import { useAppContext, useSeedTrials, useText } from '../shared/app-context.tsx'
import css from './verdict.module.css'

interface Props {
  /** The remedy's. */
  readonly name: string
  readonly before: Experiment
  readonly after: Experiment
  readonly yardstick: Yardstick
}

export function InSeeds({ name, before, after, yardstick }: Props) {
  const t = useText()
  const { seedTrials } = useAppContext()
  const state = useSeedTrials((all) => all)
  const trial = useMemo(() => seedTrial(state, before, after), [state, before, after])
  const seeds = TRIAL_SEEDS.length
  const effects = trial && seedEffects(trial.pairs, yardstick)
  const done = trial?.pairs.flat().filter((end) => end !== undefined).length ?? 0
  const isComplete = done === 2 * seeds
  return (
    <div className={css.seeds}>
      {effects && effects.seeds > 0 && <output>{seedEffectsText(effects, yardstick, t)}</output>}
      {trial?.isGoing && (
        <div className={css.seedsGoing}>
          <ProgressBar label={t.verdict.inSeedsLabel(name, seeds)} value={trial.progress} max={1} />
          <span>{t.verdict.seedsGoing(done, 2 * seeds)}</span>
          <Button variant="plain" size="small" onClick={() => seedTrials.cancel(before, after)}>
            {t.verdict.cancel}
          </Button>
        </div>
      )}
      {isComplete && effects && effects.seeds < seeds && (
        <span>{t.verdict.seedsFailed(seeds - effects.seeds)}</span>
      )}
      {!trial?.isGoing && !(isComplete && effects?.seeds === seeds) && (
        <Button
          variant="plain"
          size="small"
          aria-label={t.verdict.inSeedsLabel(name, seeds)}
          onClick={() => seedTrials.start(before, after)}
        >
          {t.verdict.inSeeds(seeds)}
        </Button>
      )}
    </div>
  )
}
