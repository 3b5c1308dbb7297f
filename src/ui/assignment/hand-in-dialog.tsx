import { useEffect, useMemo, useRef, useState } from 'react'
import type { GivenAssignment } from '../../domain/assignment/fixed.ts'
import { recordOf } from '../../files/record.ts'
import { runsToText } from '../../files/runs-link.ts'
import { handInUrl } from '../../page/assignment-links.ts'
import type { RunView } from '../../store/run-view.ts'
import { runName } from '../../text/run-name.ts'
import { Dialog } from '../kit/dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useAllText, useAppContext } from '../shared/app-context.tsx'
import { CopyLink } from '../shared/copy-link.tsx'
import css from './assignment.module.css'
import { JudgementList } from './judgement-list.tsx'
import { useJudge } from './use-judged.ts'

const LONGEST_NAME = 80

interface Props {
  readonly given: GivenAssignment
  readonly run: RunView
  onClose(): void
}

/** Writes the link that a student hands in. The name that they give goes into it and is not kept. */
export default function HandInDialog({ given, run, onClose }: Props) {
  const t = useAllText()
  const words = t.assignment.handIn
  const dialog = useRef<HTMLDialogElement>(null)
  const { app } = useAppContext()
  const [name, setName] = useState('')
  const { judgements, meets } = useJudge(given)(run, run.experiment)
  const record = useMemo(() => recordOf(run, app.history(run.id)), [run, app])
  const [runs, setRuns] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    const trimmed = name.trim()
    setRuns(null)
    void runsToText([trimmed === '' ? record : { ...record, name: trimmed }]).then((text) => {
      if (current) setRuns(text)
    })
    return () => {
      current = false
    }
  }, [record, name])
  return (
    <Dialog
      ref={dialog}
      className={css.dialog}
      title={words.title}
      closeLabel={words.close}
      onClose={onClose}
    >
      <div className={css.body}>
        <p>{words.intro(runName(run, t))}</p>
        <JudgementList judgements={judgements} />
        <p className={meets ? css.verdict : css.problem}>{meets ? words.meets : words.misses}</p>
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={name}
          maxLength={LONGEST_NAME}
          autoComplete="name"
          onChange={({ target }) => setName(target.value)}
        />
        <CopyLink primary url={runs === null ? null : handInUrl(given, runs)} />
      </div>
    </Dialog>
  )
}
