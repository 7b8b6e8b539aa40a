import { goodBeside } from '../geometry/booth-things'

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
}

const TURN = 0.14
const RISE = 0.18
const NEARER = 0.86

/**
 * Left and right go to the one of the goods that is seen there, in every language: the hall has no other side. Up and down come nearer and step back; with Shift all
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
  const step = code === 'ArrowRight' ? 1 : -1
  return { kind: 'pick', good: goodBeside(shelf.picked, step, shelf.goods) }
}

function move(turn: number, height: number, zoom: number): CloseDeed {
  return { kind: 'move', turn, height, zoom }
}
