/**
 * The settings as a column, or folded to a strip of their groups from which the column opens over the training view.
 */
import {
  Activity,
  ChevronsLeft,
  ChevronsRight,
  Database,
  Layers,
  type LucideIcon,
  Shield,
  Timer,
} from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Panel } from '../../domain/settings/settings.ts'
import { ChangedDot } from '../kit/changed.tsx'
import { revealSection } from '../kit/reveal-section.ts'
import { useText } from '../shared/app-context.tsx'
import { useChanged } from '../shared/use-setting.ts'
import css from './folding-settings.module.css'
import { panelSettings } from './panels.ts'
import { SettingsColumn } from './settings-column.tsx'
import { useShownPanels } from './use-shown-panels.ts'

const ICONS: Record<Panel, LucideIcon> = {
  data: Database,
  model: Layers,
  regularization: Shield,
  optimizer: Activity,
  stopping: Timer,
}

interface Props {
  readonly folded: boolean
  /** Whether the folded settings are open over the training view. */
  readonly open: boolean
  onOpen(open: boolean): void
}

export function FoldingSettings({ folded, open, onOpen }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const out = folded && open
  useEffect(() => {
    if (!out) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      onOpen(false)
      root.current?.querySelector('button')?.focus()
    }
    const onPointerDown = ({ target }: PointerEvent) => {
      // A click on the page's top bar is no reason to fold: it starts the runs that the settings are for.
      const outside = target instanceof Element && target.closest('main') !== null
      if (outside && !root.current?.contains(target)) onOpen(false)
    }
    addEventListener('keydown', onKeyDown)
    addEventListener('pointerdown', onPointerDown)
    return () => {
      removeEventListener('keydown', onKeyDown)
      removeEventListener('pointerdown', onPointerDown)
    }
  }, [out, onOpen])
  const panels = useShownPanels()
  const choose = (panel: Panel) => {
    onOpen(true)
    const section = sheet.current?.querySelectorAll('section')[panels.indexOf(panel)]
    section?.querySelector('details')?.setAttribute('open', '')
    if (section) revealSection(section)
  }
  return (
    <div ref={root} className={css.folding} data-folded={folded}>
      {folded && <Strip panels={panels} open={open} onOpen={onOpen} onChoose={choose} />}
      <div ref={sheet} className={css.sheet} data-open={open} inert={folded && !open}>
        <SettingsColumn />
      </div>
    </div>
  )
}

interface StripProps extends Pick<Props, 'open' | 'onOpen'> {
  readonly panels: readonly Panel[]
  onChoose(panel: Panel): void
}

function Strip({ panels, open, onOpen, onChoose }: StripProps) {
  const t = useText()
  const label = open ? t.panes.closeSettings : t.panes.openSettings
  const Chevrons = open ? ChevronsLeft : ChevronsRight
  return (
    <nav className={css.strip} aria-label={t.settings}>
      <button
        type="button"
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={() => onOpen(!open)}
      >
        <Chevrons size={16} strokeWidth={1.5} aria-hidden />
      </button>
      {panels.map((panel) => (
        <Group key={panel} panel={panel} onChoose={onChoose} />
      ))}
    </nav>
  )
}

function Group({ panel, onChoose }: { panel: Panel } & Pick<StripProps, 'onChoose'>) {
  const t = useText()
  const changed = useChanged(panelSettings(panel))
  const name = t.panelTitles[panel]
  const label = changed ? t.panes.changed(name) : name
  const Icon = ICONS[panel]
  return (
    <button type="button" aria-label={label} title={label} onClick={() => onChoose(panel)}>
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      {changed && (
        <span className={css.dot}>
          <ChangedDot />
        </span>
      )}
    </button>
  )
}
