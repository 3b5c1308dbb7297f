/** Says what every data set is, where it comes from and under which licence. Opening it downloads no data. */
import { useRef } from 'react'
import { DATA_SETS, type DataSetKey } from '../../domain/experiment/experiment.ts'
import { Dialog } from '../kit/dialog.tsx'
import { useAllText } from '../shared/app-context.tsx'
import css from './about-data.module.css'
import { provenanceOf } from './provenance.ts'
import { SetEntry } from './set-entry.tsx'

const GROUPS = ['real', 'generated', 'own'] as const

export default function AboutDataDialog({ onClose }: { onClose(): void }) {
  const t = useAllText()
  const dialog = useRef<HTMLDialogElement>(null)
  const setsOf = (group: (typeof GROUPS)[number]): DataSetKey[] =>
    DATA_SETS.filter((set) => provenanceOf(set).kind === group)
  return (
    <Dialog
      ref={dialog}
      className={css.dialog}
      title={t.aboutData.title}
      closeLabel={t.aboutData.close}
      onClose={onClose}
    >
      <section className={css.body} tabIndex={0} aria-label={t.aboutData.title}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className={css.group}>{t.aboutData.groups[group]}</h3>
            {setsOf(group).map((set) => (
              <SetEntry key={set} set={set} />
            ))}
          </section>
        ))}
      </section>
    </Dialog>
  )
}
