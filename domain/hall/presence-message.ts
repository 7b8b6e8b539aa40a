/** A visit still counts so long after its stream closed, in milliseconds: a reconnect is no news. */
export const GRACE_MS = 12_000

/** What a stream tells a visit. */
export interface PresenceFigures {
  /** People in the pavilion (or on the open ground) that the visit is in, itself counted. */
  here: number
  inHall: number
  /** Slots of the pavilion whose booths are online; null: as said before. */
  online: ReadonlySet<number> | null
}

const SIX_BITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const NOBODY = '.'

/**
 * Slots as text, six to a letter: however many of a pavilion's 200 booths are online, it is 34 letters at most.
 * Slots that no pavilion has are left out.
 */
export function encodeSlots(slots: Iterable<number>): string {
  const sixes: number[] = []
  for (const slot of slots) {
    if (!Number.isInteger(slot) || slot < 0 || slot >= 6_000) continue
    const at = Math.floor(slot / 6)
    sixes[at] = (sixes[at] ?? 0) | (1 << (slot % 6))
  }
  return Array.from(sixes, (six) => SIX_BITS[six ?? 0]).join('') || NOBODY
}

function decodeSlots(text: string): Set<number> {
  const slots = new Set<number>()
  for (let at = 0; at < text.length; at++) {
    const six = SIX_BITS.indexOf(text[at] ?? '')
    for (let bit = 0; bit < 6; bit++) if (six > 0 && six & (1 << bit)) slots.add(at * 6 + bit)
  }
  return slots
}

/** `3 17` or `3 17 BAQ`: people here, people in the hall, and the slots that are online where those changed. */
export function encodeFigures(here: number, inHall: number, slots: string | null): string {
  return slots === null ? `${here} ${inHall}` : `${here} ${inHall} ${slots}`
}

/** What a stream's line says; null: nothing that this page understands. */
export function decodeFigures(text: string): PresenceFigures | null {
  const found = /^(\d{1,6}) (\d{1,6})(?: ([\w.-]+))?$/.exec(text)
  if (!found) return null
  const [, here, inHall, slots] = found
  return {
    here: Number(here),
    inHall: Number(inHall),
    online: slots === undefined ? null : decodeSlots(slots),
  }
}
