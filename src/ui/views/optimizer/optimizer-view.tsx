/** What an optimizer does: on surfaces of one or two weights, and in a run. */
import { OPTIMIZER_PARTS, type OptimizerPart } from '../../../store/state.ts'
import { Segmented } from '../../kit/segmented.tsx'
import { useActions, useAppState, useText } from '../../shared/app-context.tsx'
import css from './optimizer.module.css'
import { SurfacesView } from './surfaces/surfaces-view.tsx'

interface Props {
  readonly large: boolean
}

export default function OptimizerView({ large }: Props) {
  const t = useText()
  const { look } = useActions()
  const part = useAppState(({ view }) => view.optimizerPart)
  return (
    <div className={css.optimizer} data-large={large}>
      <Segmented
        hideLabel
        size="small"
        label={t.paths.part}
        value={part}
        options={OPTIMIZER_PARTS.map((value) => ({ value, label: t.paths.parts[value] }))}
        onChange={(next) => look({ optimizerPart: next })}
      />
      <Part part={part} large={large} />
    </div>
  )
}

function Part({ part, large }: Props & { readonly part: OptimizerPart }) {
  switch (part) {
    case 'surfaces':
      return <SurfacesView large={large} />
    default:
      return null
  }
}
