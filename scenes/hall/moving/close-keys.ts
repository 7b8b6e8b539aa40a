/** What a key does before a booth. */
export type CloseDeed =
  | { kind: 'pick'; good: number }
  | { kind: 'move'; turn: number; height: number; zoom: number }
  | { kind: 'open' }
  | { kind: 'leave' }

interface Key {
  code: string
  shiftKey: boolean
}

interface Shelf {
  picked: number | null
  goods: number
  /** Read from right to left: the next one lies to the left. */
  mirrored: boolean
}

const TURN = 0.14
const RISE = 0.18
const NEARER = 0.86

/**
 * Left and right go from one of the goods to the next, up and down come nearer and step back; with Shift all
 * four move the eye. Null: the key means something else here.
 */
export function closeKeys({ code, shiftKey }: Key, shelf: Shelf): CloseDeed | null {
  if (code === 'Enter' || code === 'NumpadEnter') return { kind: 'open' }
  if (code === 'Escape') return { kind: 'leave' }
  if (code === 'KeyQ' || (shiftKey && code === 'ArrowLeft')) return move(-TURN, 0, 1)
  if (code === 'KeyE' || (shiftKey && code === 'ArrowRight')) return move(TURN, 0, 1)
  if (shiftKey && code === 'ArrowUp') return move(0, RISE, 1)
  if (shiftKey && code === 'ArrowDown') return move(0, -RISE, 1)
  if (code === 'ArrowUp' || code === 'Equal' || code === 'NumpadAdd') return move(0, 0, NEARER)
  if (code === 'ArrowDown' || code === 'Minus' || code === 'NumpadSubtract') return move(0, 0, 1 / NEARER)
  if (code !== 'ArrowLeft' && code !== 'ArrowRight') return null
  if (shelf.goods === 0) return move(0, 0, 1)
  const next = (code === 'ArrowRight') !== shelf.mirrored
  const from = shelf.picked ?? (next ? -1 : shelf.goods)
  return { kind: 'pick', good: (from + (next ? 1 : -1) + shelf.goods) % shelf.goods }
}

function move(turn: number, height: number, zoom: number): CloseDeed {
  return { kind: 'move', turn, height, zoom }
}
