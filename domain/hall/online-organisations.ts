/** Somebody who used the site so long ago still counts as online, in milliseconds: reading a page takes a while. */
export const ONLINE_FOR_MS = 5 * 60_000

/** Which organisations somebody has acted for lately. Not who, and nothing older. Moments as in presence.ts. */
export class OnlineOrganisations {
  /** When each was seen last, the longest ago first. */
  private readonly seen = new Map<string, number>()

  saw(organisationId: string, now: number): void {
    this.seen.delete(organisationId)
    this.seen.set(organisationId, now)
    this.forgetBefore(now - ONLINE_FOR_MS)
  }

  at(now: number): string[] {
    this.forgetBefore(now - ONLINE_FOR_MS)
    return [...this.seen.keys()]
  }

  private forgetBefore(moment: number): void {
    for (const [organisationId, at] of this.seen) {
      if (at > moment) return
      this.seen.delete(organisationId)
    }
  }
}
