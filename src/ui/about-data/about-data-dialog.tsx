/** What every data set is, where it comes from and under which licence. Opening it downloads no data. */
import { X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { DATA_SETS, type DataSetKey } from '../../domain/experiment.ts'
import { Button } from '../kit/button.tsx'
import { useText } from '../lab-context.tsx'
import css from './about-data.module.css'
import { provenanceOf } from './provenance.ts'
import { SetEntry } from './set-entry.tsx'

const GROUPS = ['real', 'generated', 'own'] as const

export function AboutDataDialog({ onClose }: { onClose(): void }) {
  const t = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const setsOf = (group: (typeof GROUPS)[number]): DataSetKey[] =>
    DATA_SETS.filter((set) => provenanceOf(set).kind === group)
  return (
    // The keys that run, step and reset belong to the page, which is not in reach while this is open.
    <dialog
      ref={dialog}
      className={css.dialog}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onKeyUp={(event) => event.stopPropagation()}
    >
      <header className={css.head}>
        <h2 id={id}>{t.aboutData.title}</h2>
        <Button
          variant="icon"
          icon={<X />}
          aria-label={t.aboutData.close}
          onClick={() => dialog.current?.close()}
        />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={css.body} tabIndex={0} aria-labelledby={id}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className={css.group}>{t.aboutData.groups[group]}</h3>
            {setsOf(group).map((set) => (
              <SetEntry key={set} set={set} />
            ))}
          </section>
        ))}
      </section>
    </dialog>
  )
}
