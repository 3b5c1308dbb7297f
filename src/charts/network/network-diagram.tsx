/**
 * A network as columns of units, each a picture of what it computes, joined by its weights. Pointing at a unit, or moving to it
 * by the arrow keys, looks at it; Enter or a click pins it; Escape lets go.
 */
import { type KeyboardEvent, type MouseEvent, type ReactNode, useMemo, useRef } from 'react'
import { SizedBox } from '../kit/sized-box.tsx'
import type { Size } from '../kit/use-size.ts'
import { DiagramEdges, type Edge } from './diagram-edges.tsx'
import { type DiagramLayout, diagramLayout, MOST_UNITS } from './diagram-layout.ts'
import { neighbour } from './diagram-neighbour.ts'
import type { DiagramColumn, UnitFact, UnitPlace } from './diagram-units.ts'
import { MapPicture } from './map-picture.tsx'
import styles from './network.module.css'

interface Place {
  readonly left: number
  readonly top: number
}

export interface NetworkDiagramProps {
  readonly columns: readonly DiagramColumn[]
  /** The weight from a unit to one of the next layer. */
  readonly weight: (from: UnitPlace, to: UnitPlace) => number
  /** The unit that is looked at, and whether it stays so when the pointer leaves. */
  readonly focus: UnitPlace | null
  readonly pinned: boolean
  onFocus(unit: UnitPlace | null): void
  onPin(unit: UnitPlace | null): void
  /** Stands for the one unit of the last column, over a picture of this side. */
  readonly output?: ((side: number) => ReactNode) | undefined
  /** Where the followed sample lies on every picture, as shares from the upper left; null where it has no place. */
  readonly mark: Place | null
  /** A click on the picture of the output. Whether it meant something there; otherwise it pins the unit. */
  onPlace(place: Place): boolean
  /** What stands in a box beside the unit that is looked at; null leaves the box out. */
  readonly facts: readonly UnitFact[] | null
  /** Takes the height of its container; otherwise as much as it needs. */
  readonly fill: boolean
  readonly label: string
  readonly skippedText: (layers: number) => string
}

export function NetworkDiagram(props: NetworkDiagramProps) {
  return (
    <SizedBox className={props.fill ? styles.fill : styles.wide}>
      {(size) => <Drawing {...props} size={size} />}
    </SizedBox>
  )
}

/** The width of the box with a unit's numbers and the gap before it. */
const FACTS = 190

const key = ({ layer, unit }: UnitPlace) => `${layer}-${unit}`
const same = (a: UnitPlace | null, b: UnitPlace) => a?.layer === b.layer && a.unit === b.unit

function Drawing(props: NetworkDiagramProps & { readonly size: Size }) {
  const { columns, weight, focus, pinned, onFocus, onPin, output, fill, label, size } = props
  const root = useRef<HTMLFieldSetElement>(null)
  const places = Math.max(...columns.map(({ units, more }) => units.length + Number(more > 0)))
  const names = 10 + 6 * Math.max(...columns[0]!.units.map(({ name }) => name.length))
  const layout = useMemo(
    () =>
      diagramLayout({
        width: size.width,
        height: fill ? size.height : null,
        columns: columns.length,
        places: Math.min(places, MOST_UNITS),
        names,
        picture: output !== undefined,
      }),
    [size, fill, columns.length, places, names, output],
  )
  const edges = useMemo(() => edgesOf(columns, weight, layout), [columns, weight, layout])
  const all = columns.flatMap(({ units }) => units)
  const entry = all.find((unit) => same(focus, unit)) ?? all[0]!
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && focus !== null) {
      event.preventDefault()
      event.stopPropagation()
      onPin(null)
      onFocus(null)
      return
    }
    const at = (event.target as HTMLElement).dataset.unit
    const next = neighbour(columns, all.find((unit) => key(unit) === at) ?? entry, event.key)
    if (next === null) return
    event.preventDefault()
    root.current?.querySelector<HTMLElement>(`[data-unit="${key(next)}"]`)?.focus()
  }
  return (
    <fieldset
      ref={root}
      className={styles.diagram}
      style={{ height: layout.height }}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      <DiagramEdges
        edges={edges}
        width={size.width}
        height={layout.height}
        focus={focus === null ? null : key(focus)}
      />
      {columns.map((column, i) => (
        <Column
          key={column.layer}
          {...{ column, layout, focus, pinned, entry, onFocus, onPin }}
          facts={props.facts}
          factsBefore={layout.columns[i]! + layout.map / 2 + FACTS > size.width}
          mark={props.mark}
          onPlace={props.onPlace}
          at={layout.columns[i]!}
          side={i === columns.length - 1 ? layout.output : layout.map}
          picture={i === columns.length - 1 ? output : undefined}
          before={
            i === 0 || column.skipped === 0
              ? null
              : {
                  at: (layout.columns[i - 1]! + layout.columns[i]!) / 2,
                  text: props.skippedText(column.skipped),
                }
          }
        />
      ))}
    </fieldset>
  )
}

interface ColumnProps
  extends Pick<NetworkDiagramProps, 'focus' | 'pinned' | 'facts' | 'mark' | 'onFocus' | 'onPin' | 'onPlace'> {
  /** The box stands left of its unit, where there is more room. */
  readonly factsBefore: boolean
  readonly column: DiagramColumn
  readonly layout: DiagramLayout
  readonly entry: UnitPlace
  readonly at: number
  readonly side: number
  readonly picture: ((side: number) => ReactNode) | undefined
  /** What is written between this column and the one before, and where. */
  readonly before: { readonly at: number; readonly text: string } | null
}

function Column(props: ColumnProps) {
  const { column, layout, focus, pinned, entry, onFocus, onPin, at, side, picture, before } = props
  const { mark, onPlace, facts, factsBefore } = props
  const { units, more } = column
  const places = units.length + Number(more > 0)
  return (
    <>
      <div className={styles.head} style={{ left: at, width: 2 * side + 40 }}>
        <strong>{column.title}</strong>
        <span>{column.note}</span>
      </div>
      {before !== null && (
        <span className={styles.skipped} style={{ left: before.at, top: layout.y(0, 1) - 10 }}>
          {before.text}
        </span>
      )}
      {units.map((unit, place) => (
        <button
          key={key(unit)}
          type="button"
          className={styles.unit}
          data-unit={key(unit)}
          data-dropped={unit.dropped}
          data-picture={picture !== undefined}
          aria-label={unit.label}
          aria-pressed={pinned && same(focus, unit)}
          data-focus={same(focus, unit)}
          tabIndex={same(entry, unit) ? 0 : -1}
          style={{ left: at - side / 2, top: layout.y(place, places) - side / 2, width: side, height: side }}
          // A pointer at rest under which something moved has chosen nothing: the keys may be at another unit.
          onPointerMove={() => same(focus, unit) || onFocus(unit)}
          onPointerLeave={() => same(focus, unit) && onFocus(null)}
          onFocus={() => onFocus(unit)}
          onBlur={() => onFocus(null)}
          onClick={(event) => {
            // A click by the keyboard has no place.
            if (picture && event.detail > 0 && onPlace(placeIn(event))) return
            onPin(pinned && same(focus, unit) ? null : unit)
          }}
        >
          {unit.name !== '' && (
            <span className={styles.name} aria-hidden>
              {unit.name}
            </span>
          )}
          {unit.dropped ? <Cross /> : (picture?.(side) ?? <MapPicture map={unit.map} side={side} />)}
          {mark !== null && !unit.dropped && (
            <i
              className={styles.mark}
              style={{ left: `${100 * mark.left}%`, top: `${100 * mark.top}%` }}
              aria-hidden
            />
          )}
          {unit.value !== null && !unit.dropped && (
            <span className={styles.activation} data-activation={unit.value}>
              {unit.value}
            </span>
          )}
          {facts !== null && same(focus, unit) && <Facts facts={facts} before={factsBefore} />}
        </button>
      ))}
      {more > 0 && (
        <span
          className={styles.more}
          style={{ left: at, top: layout.y(units.length, places) - 10 }}
        >{`+ ${more}`}</span>
      )}
    </>
  )
}

function Facts({ facts, before }: { readonly facts: readonly UnitFact[]; readonly before: boolean }) {
  return (
    <span className={styles.facts} data-before={before} aria-hidden>
      {facts.map(({ name, value }) => (
        <span key={name}>
          {name} <b>{value}</b>
        </span>
      ))}
    </span>
  )
}

function placeIn({ clientX, clientY, currentTarget }: MouseEvent): Place {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return { left: (clientX - left) / width, top: (clientY - top) / height }
}

function Cross() {
  return (
    <svg viewBox="0 0 46 46" className={styles.cross} aria-hidden>
      <path d="M16 16L30 30M30 16L16 30" />
    </svg>
  )
}

function edgesOf(
  columns: readonly DiagramColumn[],
  weight: NetworkDiagramProps['weight'],
  layout: DiagramLayout,
): Edge[] {
  return columns.slice(1).flatMap((column, i) => {
    const before = columns[i]!
    if (column.skipped > 0) return []
    const isLast = i + 1 === columns.length - 1
    const half = (isLast ? layout.output : layout.map) / 2
    const [count, countBefore] = [column, before].map(({ units, more }) => units.length + Number(more > 0))
    return column.units.flatMap((to, place) =>
      before.units.flatMap((from, placeBefore): Edge[] => {
        if (from.dropped || to.dropped) return []
        const spread =
          isLast && column.units.length === 1 ? (placeBefore - (before.units.length - 1) / 2) * 5 : 0
        return [
          {
            from: { x: layout.columns[i]! + layout.map / 2, y: layout.y(placeBefore, countBefore!) },
            to: { x: layout.columns[i + 1]! - half, y: layout.y(place, count!) + spread },
            weight: weight(from, to),
            source: key(from),
            target: key(to),
          },
        ]
      }),
    )
  })
}
