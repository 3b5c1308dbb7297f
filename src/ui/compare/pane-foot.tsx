/** The numbers below a pane, by which people choose between runs. */
import { Fragment } from 'react'
import { raisedParts } from '../../charts/kit/raised.tsx'
import type { PaneView } from '../../domain/link/page-keys.ts'
import { parameterCount } from '../../domain/network/network.ts'
import { type EpochRow, gap } from '../../domain/run/run.ts'
import type { RunView } from '../../store/run-view.ts'
import { loss, ratio, scientific, whole } from '../../text/format.ts'
import { useText } from '../shared/app-context.tsx'
import { headlineText, useDiagnosis } from '../shared/use-diagnosis.ts'
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
  const gradients = view === 'gradients' && comparable(latest)
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
        <Figures parts={gradients ? timesText(gradients, t.panes) : bestText} />
      </p>
      <p className={css.facts}>
        <Sup text={facts.filter((fact) => fact !== '').join(t.panes.dot)} />
      </p>
    </footer>
  )
}

/** The gradients of several layers where the first is a number, else null. */
function comparable(latest: EpochRow | null): readonly number[] | null {
  const gradients = latest?.gradients ?? []
  return gradients.length > 1 && Number.isFinite(gradients[0]) ? gradients : null
}

function timesText(
  gradients: readonly number[],
  text: { times(layer: number, times: string): readonly string[]; readonly silent: string },
): readonly string[] {
  const [first, last] = [gradients[0]!, gradients.at(-1)!]
  return first === 0 || !Number.isFinite(last)
    ? [text.silent]
    : text.times(gradients.length, timesOf(last / first))
}

/** Writes a ratio with three digits, or two below a hundred. */
function timesOf(ratio: number): string {
  if (ratio >= 1e6) return scientific(ratio)
  return ratio >= 100 ? whole(Number(ratio.toPrecision(3))) : String(Number(ratio.toPrecision(2)))
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
