import { commonSlots, type Parties } from './parties'

/**
 * Which slots the buyers' meetings can have as far as buyers and tables alone are concerned: each buyer has
 * its free slots, each slot its tables. Numbers of meetings that fit are independent sets of a matroid
 * (transversal: buyers' seats and slots), so whoever finds no room once never will.
 */
export class TableTimes {
  readonly buyers: Parties
  /** Free slots of each buyer, ascending. */
  readonly free: readonly (readonly number[])[]
  readonly #left: number[]
  /** How many of a slot's tables each buyer has: by buyer × slots + slot. */
  readonly #used: Uint8Array
  readonly #isFull: Uint8Array
  readonly #slots: number

  constructor(buyers: Parties, tables: readonly number[]) {
    this.buyers = buyers
    this.#slots = tables.length
    this.free = Array.from({ length: buyers.count }, (_, rank) => commonSlots([{ parties: buyers, rank }]))
    this.#left = [...tables]
    this.#used = new Uint8Array(buyers.count * tables.length)
    this.#isFull = new Uint8Array(buyers.count)
  }

  /** Finds room for one more meeting of the buyer, moving others' where it must; false: there is none. */
  take(buyer: number): boolean {
    if (this.#isFull[buyer] === 1) return false
    if (this.#place(buyer, new Set())) return true
    this.#isFull[buyer] = 1
    return false
  }

  used(buyer: number, slot: number): number {
    return this.#used[buyer * this.#slots + slot] ?? 0
  }

  #place(buyer: number, seen: Set<number>): boolean {
    const seats = this.buyers.seats[buyer] ?? 0
    const own = this.free[buyer]?.filter((slot) => !seen.has(slot) && this.used(buyer, slot) < seats) ?? []
    let best = -1
    for (const slot of own) if ((this.#left[slot] ?? 0) > (this.#left[best] ?? 0)) best = slot
    if (best >= 0) {
      this.#left[best] = (this.#left[best] ?? 0) - 1
      this.#change(buyer, best, 1)
      return true
    }
    for (const slot of own) {
      if (seen.has(slot)) continue
      seen.add(slot)
      for (let other = 0; other < this.buyers.count; other += 1) {
        if (other === buyer || this.used(other, slot) === 0 || !this.#place(other, seen)) continue
        this.#change(other, slot, -1)
        this.#change(buyer, slot, 1)
        return true
      }
    }
    return false
  }

  #change(buyer: number, slot: number, by: number): void {
    const at = buyer * this.#slots + slot
    this.#used[at] = (this.#used[at] ?? 0) + by
  }
}
