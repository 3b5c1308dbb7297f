/** What the scrubber cannot show, and the way to it. */
import { keptEpochs } from '../../../domain/run/kept-epochs.ts'
import { isInProgress, type RunView } from '../../../store/run-view.ts'
import { whole } from '../../../text/format.ts'
import type { Messages } from '../../../text/messages.ts'
import { Button } from '../../kit/button.tsx'
import { useActions, useAppContext, useAppState, useText } from '../../shared/app-context.tsx'
import css from './time.module.css'

interface Props {
  readonly run: RunView
  /** The epochs that can be shown, ascending. */
  readonly epochs: readonly number[]
  /** The epoch that a person went to, if one did. */
  readonly asked: number | undefined
  readonly shown: number
}

export function KeptNote({ run, epochs, asked, shown }: Props) {
  const t = useText()
  const { app } = useAppContext()
  const { check } = useActions()
  const found = useAppState(({ checks }) => checks[run.id])
  const isTooLarge = keptEpochs(run.experiment).most === 0
  const lacks =
    !isInProgress(run) && app.kept(run.id) === null && (run.latest?.epoch ?? 0) + 1 > epochs.length
  if (lacks)
    return (
      <div className={css.note}>
        <p className={css.hint}>
          {epochs.length > 0 && t.time.few(listed(epochs, t), epochs.length)} {isTooLarge && t.time.tooLarge}
          {found?.kind === 'failed' && t.compare.notChecked}
          {found?.kind === 'differs' && t.compare.differs(found.epoch)}
        </p>
        {!isTooLarge && run.branch === undefined && (
          <Button
            variant="outline"
            size="small"
            disabled={found?.kind === 'running'}
            onClick={() => void check(run.id)}
          >
            {found?.kind === 'running' ? t.compare.checking(found.epoch) : t.time.again}
          </Button>
        )}
      </div>
    )
  if (
    asked === undefined ||
    asked === shown ||
    (isInProgress(run) && asked > shown && asked >= run.latest!.epoch)
  )
    return null
  return <p className={css.hint}>{t.time.notKept(asked, shown)}</p>
}

function listed(epochs: readonly number[], t: Messages): string {
  const all = epochs.map(whole)
  return all.length === 1 ? all[0]! : `${all.slice(0, -1).join(t.time.listComma)}${t.time.and}${all.at(-1)}`
}
