import type { BoothGoods } from '~/domain/hall/read-booth-goods.server'

/** As long as the server lets it be kept, in milliseconds: what was hidden meanwhile can't be picked any more. */
export const FRESH_FOR = 60_000
/** No visit needs more booths at hand. */
const KEPT = 60

/** What has been read of booths lately; one that somebody comes back to shows its goods at once. */
export class KeptGoods {
  private readonly read = new Map<string, { goods: BoothGoods; at: number }>()

  keep(address: string, goods: BoothGoods, now: number): void {
    this.read.delete(address)
    this.read.set(address, { goods, at: now })
    for (const oldest of this.read.keys()) {
      if (this.read.size <= KEPT) break
      this.read.delete(oldest)
    }
  }

  /** Null where it is to be read, or read anew. */
  fresh(address: string, now: number): BoothGoods | null {
    const found = this.read.get(address)
    return found && now - found.at < FRESH_FOR ? found.goods : null
  }
}
