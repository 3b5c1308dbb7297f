/** Checks what was handed in: every run is trained again and judged. What was found stays until a person removes it. */
import { type DragEvent, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { GivenAssignment } from '../../domain/assignment/fixed.ts'
import { csv } from '../../files/tables.ts'
import type { HandIns } from '../../store/hand-ins.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { ProgressBar } from '../kit/progress-bar.tsx'
import { useAllText } from '../shared/app-context.tsx'
import { save } from '../shared/save.ts'
import { TAKES_FILES } from '../shared/use-open-files.ts'
import css from './check.module.css'
import { handInTable } from './check-text.ts'
import { HandInTable } from './hand-in-table.tsx'
import { type Incoming, useIncoming } from './use-incoming.ts'

interface Props {
  readonly given: GivenAssignment
  readonly handIns: HandIns
  onClose(): void
}

export default function CheckDialog({ given, handIns, onClose }: Props) {
  const t = useAllText()
  const words = t.assignment.check
  const dialog = useRef<HTMLDialogElement>(null)
  const incoming = useIncoming(handIns)
  const { all, removed, kept } = useStore(handIns.store)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    void incoming.addFiles([...event.dataTransfer.files])
  }
  return (
    <Dialog
      ref={dialog}
      className={css.dialog}
      title={words.title}
      closeLabel={words.close}
      onClose={onClose}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: who cannot drop a file chooses it with the button. */}
      <div className={css.body} onDrop={onDrop} {...TAKES_FILES}>
        <p className={css.intro}>{words.intro}</p>
        <Entry incoming={incoming} />
        <Came incoming={incoming} />
        {all.length > 0 && (
          <>
            <Progress handIns={handIns} />
            <HandInTable given={given} all={all} />
            <div className={css.actions}>
              <Button variant="outline" onClick={() => save('hand-ins.csv', csv(handInTable(given, all, t)))}>
                {words.csv}
              </Button>
              <Button variant="plain" onClick={handIns.clear}>
                {words.clear}
              </Button>
            </div>
            {!kept && <p className={css.hint}>{words.notKept}</p>}
          </>
        )}
        {removed.length > 0 && (
          <p className={css.removed} role="status">
            {words.removed(removed.length)}
            <Button variant="outline" size="small" onClick={handIns.bringBack}>
              {words.undo}
            </Button>
          </p>
        )}
      </div>
    </Dialog>
  )
}

function Entry({ incoming }: { readonly incoming: Incoming }) {
  const t = useAllText()
  const words = t.assignment.check
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const add = () => {
    void incoming.addLinks(text)
    setText('')
  }
  return (
    <div className={css.entry}>
      <label htmlFor={id}>{words.links}</label>
      <textarea
        id={id}
        rows={3}
        value={text}
        spellCheck={false}
        autoComplete="off"
        wrap="off"
        placeholder="https://"
        onChange={({ target }) => setText(target.value)}
      />
      <div className={css.actions}>
        <Button variant="primary" disabled={text.trim() === '' || incoming.isReading} onClick={add}>
          {words.add}
        </Button>
        <Button variant="outline" disabled={incoming.isReading} onClick={() => input.current?.click()}>
          {words.files}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.files}
        onChange={({ target }) => {
          void incoming.addFiles([...(target.files ?? [])])
          // The same file may be chosen again.
          target.value = ''
        }}
      />
    </div>
  )
}

/** What became of the links and files that came last. */
function Came({ incoming: { isReading, unread, twice } }: { readonly incoming: Incoming }) {
  const words = useAllText().assignment.check
  return (
    <div role="status" className={css.came}>
      {isReading && <p>{words.reading}</p>}
      {twice > 0 && <p>{words.twice(twice)}</p>}
      {unread.length > 0 && (
        <>
          <p>{words.unread(unread.length)}</p>
          <ul>
            {unread.map(({ place, why }, i) => (
              <li key={i}>
                <b>{place}</b> {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Progress({ handIns }: { readonly handIns: HandIns }) {
  const words = useAllText().assignment.check
  const all = useStore(handIns.store, (state) => state.all)
  const count = (...kinds: string[]) => all.filter(({ check }) => kinds.includes(check.kind)).length
  const going = count('waiting', 'running') > 0
  const done = all.length - count('waiting', 'running', 'stopped', 'failed')
  const label = words.progress(done, all.length)
  return (
    <div className={css.progress}>
      <p role="status">{label}</p>
      <ProgressBar label={label} value={done} max={all.length} />
      {going && (
        <Button variant="plain" size="small" onClick={handIns.stop}>
          {words.stop}
        </Button>
      )}
      {!going && done < all.length && (
        <Button variant="plain" size="small" onClick={handIns.goOn}>
          {words.goOn}
        </Button>
      )}
    </div>
  )
}
