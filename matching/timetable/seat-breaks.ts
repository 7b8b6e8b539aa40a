/** One seat as the bound sees it: how many meetings it has, and which slots one of them can use (1) or not (0). */
export interface SeatWeek {
  seat: number
  meetings: number
  usable: Uint8Array
}

/** Room for the dynamic programming, made once for the largest seat. */
export interface SeatTable {
  /** (slots + 1) rows of (meetings + 1) × 3 states. */
  values: Float64Array
  choices: Uint8Array
  /** What the last call found: the slots that the cheapest way uses (1), and how many they are. */
  used: Uint8Array
  laid: number
}

export function createSeatTable(slots: number, mostMeetings: number): SeatTable {
  const cells = (slots + 1) * (mostMeetings + 1) * 3
  return {
    values: new Float64Array(cells),
    choices: new Uint8Array(cells),
    used: new Uint8Array(slots),
    laid: 0,
  }
}

/**
 * The least of breaks plus prices over all ways to lay `fewest` to all of a seat's meetings into its slots, each
 * one that is laid earning `reward`: dynamic programming over slots with the state (meetings laid, in this day:
 * none yet / in the last slot / before that). Infinity: they don't fit.
 */
export function fewestBreaks(
  table: SeatTable,
  week: SeatWeek,
  startsDay: Uint8Array,
  prices: Float64Array,
  fewest: number,
  reward: number,
): number {
  const { meetings, usable } = week
  const { values, choices, used } = table
  const slots = usable.length
  used.fill(0)
  table.laid = 0
  if (meetings === 1) return cheapestSlot(table, usable, prices, fewest, reward)
  const width = (meetings + 1) * 3
  values.fill(Number.POSITIVE_INFINITY, 0, width * (slots + 1))
  values[0] = 0
  for (let t = 0; t < slots; t++) {
    const here = t * width
    const next = here + width
    if (startsDay[t] === 1 && t > 0) forgetDay(table, here, meetings)
    const most = Math.min(meetings, t)
    const open = usable[t] === 1
    const price = (prices[t] as number) - reward
    for (let laid = Math.max(0, fewest - (slots - t)); laid <= most; laid++) {
      const cell = here + laid * 3
      const to = next + laid * 3
      const none = values[cell] as number
      const last = values[cell + 1] as number
      const before = values[cell + 2] as number
      values[to] = none
      values[to + 2] = last <= before ? last : before
      choices[to + 2] = last <= before ? 1 : 2
      if (!open || laid === meetings) continue
      let value = none
      let choice = 0
      if (last < value) {
        value = last
        choice = 1
      }
      if (before + 1 < value) {
        value = before + 1
        choice = 2
      }
      values[to + 4] = value + price
      choices[to + 4] = choice
    }
  }
  return readBack(table, slots, meetings, startsDay, fewest)
}

/** The same for a single meeting, which makes no break. */
function cheapestSlot(
  table: SeatTable,
  usable: Uint8Array,
  prices: Float64Array,
  fewest: number,
  reward: number,
): number {
  let best = fewest > 0 ? Number.POSITIVE_INFINITY : 0
  let at = -1
  for (let t = 0; t < usable.length; t++) {
    if (usable[t] === 1 && (prices[t] as number) - reward < best) {
      best = (prices[t] as number) - reward
      at = t
    }
  }
  if (at >= 0) {
    table.used[at] = 1
    table.laid = 1
  }
  return best
}

/** At a day's start all states become 'none yet today'; which one it was is kept in the choice of that state. */
function forgetDay({ values, choices }: SeatTable, row: number, meetings: number): void {
  for (let laid = 0; laid <= meetings; laid++) {
    const cell = row + laid * 3
    let best = 0
    for (let state = 1; state < 3; state++) {
      if ((values[cell + state] as number) < (values[cell + best] as number)) best = state
    }
    values[cell] = values[cell + best] as number
    choices[cell] = best
    values[cell + 1] = Number.POSITIVE_INFINITY
    values[cell + 2] = Number.POSITIVE_INFINITY
  }
}

/** Follows the choices back from the cheapest state after the last slot. */
function readBack(
  table: SeatTable,
  slots: number,
  meetings: number,
  startsDay: Uint8Array,
  fewest: number,
): number {
  const { values, choices, used } = table
  const width = (meetings + 1) * 3
  let least = Number.POSITIVE_INFINITY
  let laid = 0
  let state = 0
  for (let count = fewest; count <= meetings; count++) {
    for (let other = 0; other < 3; other++) {
      const value = values[slots * width + count * 3 + other] as number
      if (value >= least) continue
      least = value
      laid = count
      state = other
    }
  }
  table.laid = laid
  if (least === Number.POSITIVE_INFINITY) return least
  for (let t = slots; t > 0; t--) {
    // Before a day's first slot there is only 'none yet', made of one of yesterday's states.
    if (t < slots && startsDay[t] === 1) state = choices[t * width + laid * 3] as number
    if (state === 0) continue
    const from = choices[t * width + laid * 3 + state] as number
    if (state === 1) {
      used[t - 1] = 1
      laid--
    }
    state = from
  }
  return least
}
