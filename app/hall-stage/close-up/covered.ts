import type { Insets } from '~/scenes/hall/hall-api'

/** From this width of the canvas on the card stands beside the booth, narrower it is a sheet below it; CSS pixels. */
export const WIDE = 760
/** The card's width and what stays free beside it; as in close-card.css. */
const CARD_ROOM = 340 + 2 * 20
/** The tools and the name of the place lie over the canvas's upper edge. */
const TOOLS = 66

/** What lies over the canvas in `host`; `closeUp`: with the card of a booth, though it may not stand there yet. */
export function covered(host: HTMLElement, closeUp: boolean): Insets {
  const area = host.getBoundingClientRect()
  const insets = { left: 0, top: TOOLS, right: 0, bottom: 0 }
  if (!closeUp) return insets
  if (area.width >= WIDE) {
    insets[getComputedStyle(host).direction === 'rtl' ? 'right' : 'left'] = CARD_ROOM
    return insets
  }
  const sheet = document.querySelector('.close-up')?.getBoundingClientRect()
  if (sheet) insets.bottom = Math.max(0, Math.min(area.height / 2, area.bottom - sheet.top))
  return insets
}
