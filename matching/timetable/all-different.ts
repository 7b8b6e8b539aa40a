/** What the filter did: the meetings whose slots it narrowed, or meetings that have too few slots together. */
export interface AllDifferent {
  narrowed: number[]
  conflict: number[] | null
}

/**
 * Takes from `domains` (in place) the slots that no matching of `meetings` to different slots uses. Without any
 * matching, `conflict` is a set of meetings with fewer slots than members (Hall's theorem: those that an
 * alternating path reaches from the one left over).
 */
export function filterAllDifferent(
  meetings: readonly number[],
  domains: number[][],
  slotCount: number,
): AllDifferent {
  const holder = new Int32Array(slotCount).fill(-1)
  const slotOf = new Int32Array(meetings.length).fill(-1)
  const seen = new Uint8Array(slotCount)

  const place = (i: number): boolean => {
    for (const slot of domains[meetings[i] as number] as number[]) {
      if (seen[slot]) continue
      seen[slot] = 1
      const other = holder[slot] as number
      if (other < 0 || place(other)) {
        holder[slot] = i
        slotOf[i] = slot
        return true
      }
    }
    return false
  }

  for (let i = 0; i < meetings.length; i++) {
    seen.fill(0)
    if (place(i)) continue
    const conflict = [meetings[i] as number]
    for (let slot = 0; slot < slotCount; slot++) {
      const other = holder[slot] as number
      if (seen[slot] && other >= 0) conflict.push(meetings[other] as number)
    }
    return { narrowed: [], conflict }
  }

  const narrowed: number[] = []
  for (let i = 0; i < meetings.length; i++) {
    const meeting = meetings[i] as number
    const slots = domains[meeting] as number[]
    const kept = slots.filter((slot) => {
      const old = slotOf[i] as number
      if (slot === old) return true
      // Give it the slot; its holder, if any, must find another one, the old slot among them.
      const other = holder[slot] as number
      if (other < 0) return true
      holder[slot] = i
      slotOf[i] = slot
      holder[old] = -1
      seen.fill(0)
      seen[slot] = 1
      if (place(other)) return true
      holder[slot] = other
      slotOf[i] = old
      holder[old] = i
      return false
    })
    if (kept.length < slots.length) {
      domains[meeting] = kept
      narrowed.push(meeting)
    }
  }
  return { narrowed, conflict: null }
}
