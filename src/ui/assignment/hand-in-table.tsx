import { useMemo } from 'react'
import type { GivenAssignment } from '../../domain/assignment/fixed.ts'
import { changes } from '../../domain/settings/changes.ts'
import type { HandIn } from '../../store/hand-in.ts'
import { reviewed } from '../../store/hand-in-result.ts'
import { conditionText, judgedText } from '../../text/assignment-text.ts'
import { changesText } from '../../text/run-name.ts'
import { useAllText } from '../shared/app-context.tsx'
import css from './check.module.css'
import { againText, settingNames } from './check-text.ts'
import { Standing } from './judgement-list.tsx'

interface Props {
  readonly given: GivenAssignment
  readonly all: readonly HandIn[]
}

export function HandInTable({ given, all }: Props) {
  const t = useAllText()
  const { columns } = t.assignment.check
  return (
    // It is wider than a phone, and then scrolls, also by keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable.
    <section className={css.scroll} tabIndex={0} aria-label={t.assignment.check.title}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.result}</th>
            <th scope="col">{columns.again}</th>
            {given.conditions.map((condition, i) => (
              <th scope="col" key={i}>
                {conditionText(condition, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map((handIn) => (
            <Line key={handIn.id} given={given} handIn={handIn} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Line({ given, handIn }: { readonly given: GivenAssignment; readonly handIn: HandIn }) {
  const t = useAllText()
  const { nameless, results, changedSettings } = t.assignment.check
  const review = useMemo(() => reviewed(given, handIn), [given, handIn])
  const { name, experiment } = handIn.record
  const { judgements, changed, result } = review
  const what = changesText(changes(given.scene.experiment, experiment), experiment, t)
  return (
    <tr data-result={result}>
      <th scope="row">
        {name ?? nameless}
        {what !== '' && <small>{what}</small>}
      </th>
      <td>
        <b>{results[result]}</b>
        {changed.length > 0 && <small>{changedSettings(settingNames(changed, t))}</small>}
      </td>
      <td>{againText(handIn, review, t)}</td>
      {judgements.map((judgement, i) => (
        <td key={i} data-standing={judgement.standing}>
          <Standing of={judgement} /> {judgedText(judgement, t)}
        </td>
      ))}
    </tr>
  )
}
