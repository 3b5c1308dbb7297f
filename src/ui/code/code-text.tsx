import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type Ref,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { CodeLine } from '../../programs/lines.ts'
import { says } from '../shared/marks.ts'
import css from './code.module.css'
import { SETTLED, scrollToLine, stillOrSmooth } from './scroll-to.ts'
import { type Language, type Token, tokensOf } from './tokens.ts'
import { LINE, type Pointed } from './use-pointing.ts'

/** The number of lines that Page Up and Page Down move by. */
const PAGE = 10

interface Props {
  readonly lines: readonly CodeLine[]
  readonly language: Language
  readonly pointed: Pointed | null
  /** First and last line that a lesson speaks of. */
  readonly marked: readonly [number, number] | null
  readonly ref: Ref<HTMLPreElement>
}

/**
 * The code is one stop of the Tab key, and the arrow keys move through its lines. Its text, line ends included, is the
 * program.
 */
export function CodeText({ lines, language, pointed, marked, ref }: Props) {
  const [current, setCurrent] = useState(0)
  const last = lines.length - 1
  const stop = Math.min(current, last)
  const tokens = useMemo(
    () =>
      tokensOf(
        lines.map(({ text }) => text),
        language,
      ),
    [lines, language],
  )
  const said = pointedLines(lines, pointed)
  const code = useRef<HTMLElement>(null)
  useShown(code, pointed, said.indexOf(true))
  useMarkedInView(code, marked?.[0])

  const onFocus = ({ target }: FocusEvent) => {
    const line = target.getAttribute(LINE)
    if (line !== null) setCurrent(Number(line))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      getSelection()?.selectAllChildren(event.currentTarget)
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const to = {
      ArrowDown: stop + 1,
      ArrowUp: stop - 1,
      PageDown: stop + PAGE,
      PageUp: stop - PAGE,
      Home: 0,
      End: last,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const line = event.currentTarget.children[Math.max(0, Math.min(last, to))]
    if (line instanceof HTMLElement) line.focus()
  }
  return (
    <pre ref={ref} className={css.code} onCopy={copyLines}>
      <code ref={code} onKeyDown={onKeyDown} onFocus={onFocus}>
        {tokens.map((line, i) => (
          <Line
            key={i}
            tokens={line}
            place={i}
            stop={i === stop}
            pointed={said[i]!}
            marked={marked !== null && i >= marked[0] && i <= marked[1]}
          />
        ))}
      </code>
    </pre>
  )
}

/**
 * Scrolls to the lines of the control that a person points at. When they point at nothing any more, it takes back how
 * far it scrolled sideways.
 */
function useShown(code: RefObject<HTMLElement | null>, pointed: Pointed | null, first: number) {
  const moved = useRef(0)
  const at = pointed?.at ?? 'nothing'
  useEffect(() => {
    if (at === 'line') return
    const timer = setTimeout(() => {
      const view = code.current?.closest('pre')?.parentElement
      const line = code.current?.children[first]
      if (!view) return
      if (line) moved.current = scrollToLine(view, line)
      else if (moved.current > 0 && Math.round(view.scrollLeft) === moved.current)
        view.scrollTo({ left: 0, behavior: stillOrSmooth() })
    }, SETTLED)
    return () => clearTimeout(timer)
  }, [code, at, first])
}

/** Brings what a lesson speaks of into view, when it comes to speak of it. */
function useMarkedInView(code: RefObject<HTMLElement | null>, first: number | undefined) {
  useEffect(() => {
    const view = code.current?.closest('pre')?.parentElement
    const line = first === undefined ? undefined : code.current?.children[first]
    if (view && line) scrollToLine(view, line)
  }, [code, first])
}

function pointedLines(lines: readonly CodeLine[], pointed: Pointed | null): boolean[] {
  if (pointed?.at === 'line') return lines.map((_, i) => i === pointed.line)
  return lines.map((line) => pointed !== null && says(line, pointed.marks))
}

/** Puts exactly the program into the clipboard: browsers differ in whether they add a line end after every block. */
function copyLines(event: ClipboardEvent) {
  const selection = getSelection()
  if (!selection || selection.isCollapsed) return
  event.clipboardData.setData('text/plain', selection.getRangeAt(0).toString())
  event.preventDefault()
}

interface LineProps {
  readonly tokens: readonly Token[]
  readonly place: number
  readonly stop: boolean
  readonly pointed: boolean
  readonly marked: boolean
}

const Line = memo(function Line({ tokens, place, stop, pointed, marked }: LineProps) {
  return (
    <span
      className={css.line}
      {...{ [LINE]: place }}
      data-pointed={pointed || undefined}
      data-marked={marked || undefined}
      tabIndex={stop ? 0 : -1}
    >
      {tokens.map(({ kind, text }, i) =>
        kind === 'plain' ? (
          text
        ) : (
          <span key={i} className={css[kind]}>
            {text}
          </span>
        ),
      )}
      {'\n'}
    </span>
  )
})
