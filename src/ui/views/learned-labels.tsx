/** How many of the wrong labels of the training part a run's network gives by now: it has learned them by heart. */

import { useMemo } from 'react'
import { memorized, type WrongLabels, wrongLabels } from '../../domain/data/probe.ts'
import { isPacked } from '../../domain/data/registry.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { samplesKey } from '../../domain/experiment/identity.ts'
import { samplesMissing } from '../../domain/parsing/cannot-run.ts'
import type { Source } from '../../domain/table/source.ts'
import { useAppContext, useAppState, useText } from '../shared/app-context.tsx'
import { useSteady } from '../shared/use-steady.ts'
import { useOutputs } from './use-outputs.ts'
import css from './views.module.css'

interface Props {
  readonly run: string
  readonly experiment: Experiment
}

/** Nothing where no label is wrong. */
export function LearnedLabels({ run, experiment }: Props) {
  const { app } = useAppContext()
  // Looks again when a download ends.
  useAppState(({ downloads }) => downloads[experiment.data.set])
  const wrong = useWrongLabels(experiment, app.sources.get(experiment.data))
  return wrong && <Count run={run} experiment={experiment} wrong={wrong} />
}

function Count({ run, experiment, wrong }: Props & { readonly wrong: WrongLabels }) {
  const t = useText()
  const outputs = useOutputs(run)
  if (outputs === null) return null
  const learned = memorized(outputs, wrong, experiment)
  return <p className={css.statusText}>{t.fit.learnedByHeart(learned, wrong.classes.length, wrong.total)}</p>
}

/** The training samples with wrong labels; null where there are none, or no samples yet. */
function useWrongLabels(shown: Experiment, source: Source | undefined): WrongLabels | null {
  const experiment = useSteady(shown, samplesKey(shown))
  return useMemo(() => {
    if (samplesMissing(experiment) || (isPacked(experiment.data) && !source)) return null
    const wrong = wrongLabels(experiment, source)
    return wrong.total > 0 ? wrong : null
  }, [experiment, source])
}
