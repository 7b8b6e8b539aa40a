import { type PointerEvent, type RefCallback, useRef, useState } from 'react'
import type { OwnPhoto } from '~/domain/photo/photo-view'

/** What a row needs to be dragged by its grip. */
export interface RowDrag {
  row: RefCallback<HTMLLIElement>
  className: string | undefined
  grip: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void
    onPointerMove: (event: PointerEvent<HTMLElement>) => void
    onPointerUp: () => void
    onPointerCancel: () => void
  }
}

interface DragOrder {
  /** In the order that was just made, until the server's says the same. */
  shown: readonly OwnPhoto[]
  move: (id: string, by: 1 | -1) => void
  dragOf: (id: string) => RowDrag
}

/** How near to the screen's edge the page begins to scroll along, in pixels. */
const EDGE = 90

/** The order of a gallery, changed by arrows or by dragging. `save` is told all ids, and which one was moved. */
export function useDragOrder(
  photos: readonly OwnPhoto[],
  save: (ids: string[], moved: string) => void,
): DragOrder {
  const [wished, wish] = useState<{ ids: string[]; of: readonly OwnPhoto[] } | null>(null)
  const [drag, setDrag] = useState<{ id: string; to: number } | null>(null)
  const rows = useRef(new Map<string, HTMLLIElement>())
  // What the server says since then is the truth.
  const shown = wished && wished.of === photos ? inOrder(photos, wished.ids) : photos
  const ids = shown.map(({ id }) => id)
  const put = (id: string, to: number) => {
    const next = ids.filter((one) => one !== id)
    next.splice(to, 0, id)
    if (next.join() === ids.join()) return
    wish({ ids: next, of: photos })
    save(next, id)
  }
  /** The place that it would have there. */
  const placeAt = (id: string, y: number) =>
    ids.filter((one) => one !== id && middleOf(rows.current.get(one)) < y).length
  return {
    shown,
    move: (id, by) => put(id, Math.max(0, ids.indexOf(id) + by)),
    dragOf: (id) => ({
      row: (element) => {
        if (element) rows.current.set(id, element)
        else rows.current.delete(id)
      },
      className: classOf(id, ids, drag),
      grip: {
        onPointerDown: (event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          setDrag({ id, to: ids.indexOf(id) })
        },
        onPointerMove: (event) => {
          if (drag?.id !== id) return
          const to = placeAt(id, event.clientY)
          if (to !== drag.to) setDrag({ id, to })
          if (event.clientY < EDGE) window.scrollBy(0, -12)
          else if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, 12)
        },
        onPointerUp: () => {
          if (drag?.id === id) put(id, drag.to)
          setDrag(null)
        },
        onPointerCancel: () => setDrag(null),
      },
    }),
  }
}

function inOrder(photos: readonly OwnPhoto[], ids: readonly string[]): OwnPhoto[] {
  return photos.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

function middleOf(row: HTMLLIElement | undefined): number {
  const box = row?.getBoundingClientRect()
  return box ? box.top + box.height / 2 : Number.POSITIVE_INFINITY
}

/** The dragged row, and a line where it would come to stand. */
function classOf(id: string, ids: readonly string[], drag: { id: string; to: number } | null) {
  if (!drag) return undefined
  if (drag.id === id) return 'dragged'
  const others = ids.filter((one) => one !== drag.id)
  if (others[drag.to] === id) return 'line-before'
  return drag.to === others.length && others.at(-1) === id ? 'line-after' : undefined
}
