/** The experiment of the run in focus on ten freshly drawn training sets: what its fits share, and by how much they differ. */
import { canResample, resamplingKey, SAMPLES } from '../../domain/resampling/resampling.ts'
import type { Resampling } from '../../store/resamplings.ts'
import { whole } from '../../text/format.ts'
import { Button } from '../kit/button.tsx'
import { ProgressBar } from '../kit/progress-bar.tsx'
import { useAllText, useAppContext, useResamplings } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import { useFocusedRun } from '../shared/use-focused-run.ts'
import css from './resampling.module.css'

const Result = lazyPart(() => import('./resampling-result.tsx'))

export function ResamplingBlock() {
  const t = useAllText()
  const { resamplings } = useAppContext()
  const run = useFocusedRun()
  const key = run && resamplingKey(run.experiment)
  const resampling = useResamplings(({ all }) => (key === undefined ? undefined : all.get(key)))
  if (!run || !canResample(run.experiment.data)) return null
  const { experiment } = run
  return (
    <section className={css.block} aria-label={t.resampling.title(SAMPLES)}>
      <h3>{t.resampling.title(SAMPLES)}</h3>
      {resampling && resampling.fits.length > 0 && <Result experiment={experiment} resampling={resampling} />}
      {resampling?.status === 'running' ? (
        <Going resampling={resampling} />
      ) : (
        resampling?.status !== 'done' && (
          <>
            <p className={css.hint}>{t.resampling.hint(SAMPLES, whole(experiment.data.train))}</p>
            <Button variant="outline" size="small" onClick={() => resamplings.start(experiment)}>
              {t.resampling.start(SAMPLES)}
            </Button>
          </>
        )
      )}
      {resampling && resampling.lost > 0 && <p className={css.hint}>{t.resampling.lost(resampling.lost)}</p>}
    </section>
  )
}

function Going({ resampling }: { resampling: Resampling }) {
  const t = useAllText()
  const { resamplings } = useAppContext()
  const done = resampling.fits.length + resampling.lost
  return (
    <div className={css.going}>
      <ProgressBar label={t.resampling.title(SAMPLES)} value={resampling.progress} max={1} />
      <span>{t.resampling.going(done, SAMPLES)}</span>
      <Button variant="plain" size="small" onClick={() => resamplings.cancel()}>
        {t.resampling.cancel}
      </Button>
    </div>
  )
}
