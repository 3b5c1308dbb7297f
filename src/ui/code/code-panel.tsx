import '@fontsource-variable/jetbrains-mono/wght.css'
import { Check, Code, Copy, Download, X } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { experimentUrl } from '../../page/urls.ts'
import { flowLines } from '../../programs/flow-lines.ts'
import { notebook, type Program, programsOf, textOf } from '../../programs/programs.ts'
import { Button } from '../kit/button.tsx'
import { Tabs } from '../kit/tabs.tsx'
import { useAppState, useText } from '../shared/app-context.tsx'
import { alsoAhead } from '../shared/lazy.tsx'
import { save } from '../shared/save.ts'
import css from './code.module.css'
import { CodeText } from './code-text.tsx'
import { ControlsTint } from './controls-tint.tsx'
import { usePointing } from './use-pointing.ts'

// Its typeface would otherwise come when the first program is shown.
alsoAhead(() => document.fonts.load('1em "JetBrains Mono Variable"'))

/** How long the word "Copied" stays, in ms. */
const SAY = 2000

export interface PanelProps {
  readonly onClose: () => void
  /** Whether the controls are visible beside the program. */
  readonly linked: boolean
}

/** Shows the draft's experiment as a program. */
export default function CodePanel({ onClose, linked }: PanelProps) {
  const t = useText()
  const { programs, experiment, link } = usePrograms()
  const [key, setKey] = useState<Program['key']>('keras')
  const program = programs.find((other) => other.key === key) ?? programs[0]!
  const { lines, file } = program
  const code = useRef<HTMLPreElement>(null)
  const { copied, copy } = useCopy(() => code.current!)
  const pointed = usePointing(lines)
  const flow = useAppState(({ lesson }) => lesson?.flow ?? null)
  const extension = file.slice(file.lastIndexOf('.'))
  const many = programs.length > 1
  return (
    <div className={css.panel}>
      <header className={css.head}>
        <Code size={18} strokeWidth={1.6} aria-hidden />
        <h2>{t.drawer.titles[program.key]}</h2>
        <Button
          variant="plain"
          icon={copied === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
          onClick={() => copy(textOf(lines))}
        >
          <span className={css.copy}>{copied === 'copied' ? t.drawer.copied : t.drawer.copy}</span>
        </Button>
        <output className={css.said}>{copied === 'copied' && t.drawer.copied}</output>
        <Button
          variant="plain"
          icon={<Download aria-hidden />}
          aria-label={t.drawer.download(extension)}
          title={t.drawer.download(extension)}
          onClick={() => save(file, textOf(lines))}
        >
          {extension}
        </Button>
        {program.key === 'keras' && (
          <Button
            variant="plain"
            aria-label={t.drawer.download('.ipynb')}
            title={t.drawer.download('.ipynb')}
            onClick={() => save('experiment.ipynb', notebook(experiment, link))}
          >
            .ipynb
          </Button>
        )}
        <Button variant="icon" icon={<X aria-hidden />} aria-label={t.drawer.close} onClick={onClose} />
      </header>
      {many && (
        <div className={css.tabs}>
          <Tabs
            id="code"
            label={t.drawer.programs}
            value={program.key}
            options={programs.map((other) => ({ value: other.key, label: t.drawer.names[other.key] }))}
            onChange={setKey}
          />
        </div>
      )}
      <div
        className={css.scroll}
        {...(many && {
          role: 'tabpanel',
          id: `code-panel-${program.key}`,
          'aria-labelledby': `code-tab-${program.key}`,
        })}
      >
        <CodeText
          key={program.key}
          ref={code}
          lines={lines}
          language={extension === '.py' ? 'python' : 'javascript'}
          pointed={linked ? pointed : null}
          marked={flow && flowLines(lines, flow)}
        />
      </div>
      <footer className={css.foot}>
        {copied === 'failed' ? (
          <p role="alert">{t.drawer.notCopied}</p>
        ) : (
          <p>{linked ? t.drawer.linked : t.drawer.follows}</p>
        )}
      </footer>
      {linked && pointed && <ControlsTint pointed={pointed} />}
    </div>
  )
}

/** The program follows the controls a moment later where that keeps a slider quick. */
function usePrograms() {
  const { experiment, preset } = useDeferredValue(useAppState(({ draft }) => draft))
  const link = experimentUrl(experiment, preset)
  const programs: readonly Program[] = useMemo(() => programsOf(experiment, link), [experiment, link])
  return { programs, experiment, link }
}

/**
 * Where the browser allows no access to the clipboard, the code is selected instead, so that a person can copy it by
 * keys.
 */
function useCopy(code: () => Element) {
  const [copied, setCopied] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (copied !== 'copied') return
    const timer = setTimeout(() => setCopied(null), SAY)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = (text: string) =>
    // No clipboard on pages served over plain http.
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(
        () => setCopied('copied'),
        () => {
          setCopied('failed')
          getSelection()?.selectAllChildren(code())
        },
      )
  return { copied, copy }
}
