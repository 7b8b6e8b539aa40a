import { createHash } from 'node:crypto'

/**
 * Chances that are the same every time: a stream of numbers that depends on nothing but its name, so
 * that what booth 24 draws doesn't change when booth 23 draws more.
 */
export interface Chance {
  /** From 0 up to but without 1. */
  next(): number
  /** A whole number, both ends included. */
  between(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** True in `share` of 1 cases. */
  is(share: number): boolean
  /** Digits, the first of them possibly 0. */
  digits(count: number): string
}

export function chanceOf(name: string): Chance {
  // xorshift32 seeded from a hash: quick, and even enough for sample data.
  let state = createHash('sha256').update(name).digest().readUInt32LE(0) || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 0x1_0000_0000
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    pick(from) {
      const found = from[between(0, from.length - 1)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
    is: (share) => next() < share,
    digits: (count) => Array.from({ length: count }, () => between(0, 9)).join(''),
  }
}

/** The index into `weights` that a share of the whole (0 to 1) falls on. */
export function weightedIndex(weights: readonly number[], share: number): number {
  let left = share * weights.reduce((sum, weight) => sum + weight, 0)
  const index = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  return index < 0 ? weights.length - 1 : index
}

/** The sample's moment: everything in it was made before, by the calendar of the data itself. */
export const SAMPLE_INSTANT = new Date('2026-10-01T02:00:00Z')

/**
 * An id in the form of a UUID version 7 whose time and rest come from `name`: the same row has the
 * same id in every database, and ids still sort by time.
 */
export function sampleId(name: string, at: Date = SAMPLE_INSTANT): string {
  const hash = createHash('sha256').update(`opop:${name}`).digest('hex')
  const time = at.getTime().toString(16).padStart(12, '0')
  const variant = ((Number.parseInt(hash[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-${variant}${hash.slice(3, 6)}-${hash.slice(20, 32)}`
}
