/** The numbers below a pane, by which people choose between runs. */
import { Fragment } from 'react'
import { raisedParts } from '../../charts/kit/raised.tsx'
import type { PaneView } from '../../domain/link/page-keys.ts'
import { parameterCount } from '../../domain/network/network.ts'
import { gap } from '../../domain/run/run.ts'
import type { RunView } from '../../store/run-view.ts'
import { loss, ratio, scientific, whole } from '../../text/format.ts'
import { useText } from '../shared/app-context.tsx'
import { headlineText, useDiagnosis } from '../shared/use-diagnosis.ts'
import { comparableGradients, gradientRatio } from '../views/gradient-ratio.ts'
import css from './panes.module.css'

interface Props {
  readonly run: RunView
  readonly view: PaneView
}

export function PaneFoot({ run, view }: Props) {
  const t = useText()
  const { latest, best, experiment } = run
  const diagnosis = useDiagnosis(run)
  const bestText = best ? t.panes.best(loss(best.validation.loss), whole(best.epoch)) : []
  const gradients = view === 'gradients' && comparableGradients(latest)
  const facts = gradients
    ? [t.panes.firstLayer(scientific(gradients[0]!)), bestText.join('')]
    : [
        latest ? t.panes.gap(ratio(gap(latest)), whole(latest.epoch)) : '',
        t.panes.parameters(whole(parameterCount(experiment))),
      ]
  return (
    <footer className={css.foot}>
      {diagnosis && <p data-verdict>{headlineText(diagnosis, t)}</p>}
      <p>
        <Figures parts={gradients ? gradientRatio(gradients, t) : bestText} />
      </p>
      <p className={css.facts}>
        <Sup text={facts.filter((fact) => fact !== '').join(t.panes.dot)} />
      </p>
    </footer>
  )
}

/** Every second part is a figure. */
function Figures({ parts }: { readonly parts: readonly string[] }) {
  return parts.map((part, i) => (
    <Fragment key={part}>
      {i % 2 === 1 ? (
        <strong>
          <Sup text={part} />
        </strong>
      ) : (
        part
      )}
    </Fragment>
  ))
}

function Sup({ text }: { readonly text: string }) {
  return raisedParts(text).map((part, i) => (i % 2 === 1 ? <sup key={i}>{part}</sup> : part))
}
