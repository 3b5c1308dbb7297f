/**
 * Offers two links: the experiment alone, or with its finished runs. Each says what it contains and how long it is. The third
 * choice is the page within another one.
 */

import { useEffect, useMemo, useRef, useState } from 'react'
import { recordOf } from '../../files/record.ts'
import { runsToText, runsWithWeights } from '../../files/runs-link.ts'
import { sceneUrl } from '../../page/urls.ts'
import { withLaterMessages } from '../../text/messages.ts'
import { Dialog } from '../kit/dialog.tsx'
import { useAllText, useAppContext, useAppState } from '../shared/app-context.tsx'
import { CopyLink } from '../shared/copy-link.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import { useSteady } from '../shared/use-steady.ts'
import { EmbedChoice } from './embed-choice.tsx'
import css from './share.module.css'

const AssignmentChoice = lazyPart(withLaterMessages(() => import('./assignment-choice.tsx')))

export default function ShareDialog({ onClose }: { onClose(): void }) {
  const t = useAllText()
  const { links } = t.embed.share
  const dialog = useRef<HTMLDialogElement>(null)
  const { app } = useAppContext()
  const runs = useFinishedRuns()
  const ofTable = useAppState(({ draft }) => draft.experiment.data.set === 'rows')
  return (
    <Dialog
      ref={dialog}
      className={css.dialog}
      title={t.share.title}
      closeLabel={t.share.close}
      onClose={onClose}
    >
      <div className={css.choices}>
        <Choice
          primary
          title={t.share.experiment}
          about={ofTable ? links.tableHint : links.experimentHint}
          url={sceneUrl(app)}
        />
        {runs.count === 0 ? (
          <section className={css.choice}>
            <h3>{links.withRuns(0)}</h3>
            <p>{links.noRuns}</p>
          </section>
        ) : (
          <Choice
            title={links.withRuns(runs.count)}
            about={runs.withWeights ? links.withRunsHint : links.withoutWeightsHint}
            url={runs.text === null ? null : sceneUrl(app, runs.text)}
          />
        )}
        <EmbedChoice />
        <AssignmentChoice />
      </div>
    </Dialog>
  )
}

/** The finished runs on the charts, as a link carries them. */
function useFinishedRuns() {
  const { app } = useAppContext()
  const runs = useAppState((state) => state.runs)
  const finished = runs.filter(
    ({ visible, status, latest }) => visible && status.kind === 'ended' && latest !== null,
  )
  // Other runs may be training, which changes the state: the key holds only what can change in finished runs.
  const key = JSON.stringify(finished.map((run) => [run.id, run.name, run.test, run.weights !== null]))
  const shared = useSteady(finished, key)
  const records = useMemo(() => shared.map((run) => recordOf(run, app.history(run.id))), [shared, app])
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    setText(null)
    if (records.length > 0)
      void runsToText(records).then((written) => {
        if (current) setText(written)
      })
    return () => {
      current = false
    }
  }, [records])
  const withWeights = useMemo(() => runsWithWeights(records).size === records.length, [records])
  return { count: records.length, text, withWeights }
}

interface ChoiceProps {
  readonly primary?: boolean
  readonly title: string
  readonly about: string
  /** The link; null while it is being written. */
  readonly url: string | null
}

function Choice({ title, about, ...link }: ChoiceProps) {
  return (
    <section className={css.choice} aria-label={title}>
      <h3>{title}</h3>
      <p>{about}</p>
      <CopyLink {...link} />
    </section>
  )
}
