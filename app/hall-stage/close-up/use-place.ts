import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useDirection } from '~/app/i18n/use-words'
import type { CloseUp } from '~/scenes/hall/hall-api'
import { useHallStage } from '../use-hall-stage'
import { WIDE } from './covered'
import { placeBeside } from './place-beside'

/** From the canvas's edges, CSS pixels; below the tools. */
const EDGE = 20
const BELOW_TOOLS = 76

export interface CardPlace {
  sheet: boolean
  /** Null: where the style sheet puts it. */
  at: { left: number; top: number } | null
}

/** Where the card stands: beside what is picked, on a narrow canvas as a sheet below it. */
export function usePlace(card: RefObject<HTMLElement>, closeUp: CloseUp | null): CardPlace {
  const stage = useHallStage()
  const start = useDirection() === 'rtl' ? 'right' : 'left'
  const [place, setPlace] = useState<CardPlace>({ sheet: false, at: null })
  const last = useRef<CardPlace['at']>(null)
  useLayoutEffect(() => {
    const canvas = stage.canvasElement()?.getBoundingClientRect()
    const element = card.current
    const around = element?.offsetParent?.getBoundingClientRect()
    if (!canvas || !element || !around) return
    const sheet = canvas.width < WIDE
    const { thing = null, front = null } = closeUp ?? {}
    if (sheet || !thing || !front) {
      last.current = null
      setPlace((now) => (now.sheet === sheet && !now.at ? now : { sheet, at: null }))
      return
    }
    const box = element.getBoundingClientRect()
    const toCanvas = { x: around.left - canvas.left, y: around.top - canvas.top }
    const at = placeBeside({
      thing,
      front,
      card: { width: box.width, height: box.height },
      area: { left: EDGE, top: BELOW_TOOLS, right: canvas.width - EDGE, bottom: canvas.height - EDGE },
      start,
      at: last.current ?? { left: box.left - canvas.left, top: box.top - canvas.top },
    })
    last.current = at
    setPlace({ sheet, at: { left: Math.round(at.left - toCanvas.x), top: Math.round(at.top - toCanvas.y) } })
  }, [stage, closeUp, card, start])

  // As a sheet it covers a part of the canvas, more when it has more to say.
  useLayoutEffect(() => {
    const element = card.current
    if (!element || !place.sheet) return
    const watcher = new ResizeObserver(() => stage.scene()?.resize())
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [stage, card, place.sheet])
  return place
}
