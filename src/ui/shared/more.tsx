import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SettingKey } from '../../domain/settings/settings.ts'
import { ChangedDot } from '../kit/changed.tsx'
import { useText } from './app-context.tsx'
import css from './more.module.css'
import { useChanged } from './use-setting.ts'

/** Settings that most experiments leave alone, folded away; the dot on the fold says that one of them was changed. */
export function More({ settings, children }: { settings: readonly SettingKey[]; children: ReactNode }) {
  const t = useText()
  const changed = useChanged(settings)
  return (
    <details className={css.more}>
      <summary className={css.summary}>
        <ChevronRight aria-hidden className={css.chevron} size={13} />
        {t.advanced}
        {changed && (
          <span className={css.dot}>
            <ChangedDot />
          </span>
        )}
      </summary>
      {children}
    </details>
  )
}
