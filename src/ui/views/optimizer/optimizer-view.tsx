/** What an optimizer does: on surfaces of one or two weights, and in a run. */
import type { RunView } from '../../../store/run-view.ts'
import { OPTIMIZER_PARTS, type OptimizerPart } from '../../../store/state.ts'
import { Segmented } from '../../kit/segmented.tsx'
import { useActions, useAllText, useAppState } from '../../shared/app-context.tsx'
import css from './optimizer.module.css'
import { RatesView } from './rates/rates-view.tsx'
import { SliceView } from './slice/slice-view.tsx'
import { SurfacesView } from './surfaces/surfaces-view.tsx'

interface Props {
  readonly run: RunView | undefined
  readonly large: boolean
  /** Shows only what is of the run, and not the surfaces, which need none. */
  readonly ofRun?: boolean
}

const OF_RUN = OPTIMIZER_PARTS.filter((part) => part !== 'surfaces')

export default function OptimizerView({ run, large, ofRun = false }: Props) {
  const t = useAllText()
  const { look } = useActions()
  const chosen = useAppState(({ view }) => view.optimizerPart)
  const part = ofRun && chosen === 'surfaces' ? 'rates' : chosen
  return (
    <div className={css.optimizer} data-large={large}>
      <Segmented
        hideLabel
        size="small"
        label={t.paths.part}
        value={part}
        options={(ofRun ? OF_RUN : OPTIMIZER_PARTS).map((value) => ({ value, label: t.paths.parts[value] }))}
        onChange={(next) => look({ optimizerPart: next })}
      />
      <Part part={part} run={run} large={large} />
    </div>
  )
}

function Part({ part, run, large }: Omit<Props, 'ofRun'> & { readonly part: OptimizerPart }) {
  switch (part) {
    case 'surfaces':
      return <SurfacesView large={large} />
    case 'loss':
      return <SliceView run={run} large={large} />
    case 'rates':
      return <RatesView run={run} large={large} />
    default:
      return part satisfies never
  }
}
