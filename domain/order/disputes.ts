import type { Dispute, OrderEventKind } from '../shared/order-enums'

/** One demand of the bank on the buyer's behalf. A charge may have several. */
export interface DisputeFacts {
  /** The service's own. */
  id: string
  state: Dispute
  amountMinor: number
  /** Until when the organiser can answer; null: not said. */
  dueAt: Date | null
  openedAt: Date
  /** null: still open. */
  endedAt: Date | null
}

/** So often a pesantren may give words and a picture against one. */
export const MOST_EVIDENCE = 6
/** Letters of what it says. */
export const LONGEST_EVIDENCE = 2_000

const STATES: Partial<Record<OrderEventKind, Dispute>> = {
  disputed: 'open',
  'dispute-won': 'won',
  'dispute-lost': 'lost',
}

/** An order's disputes by its events, from the first told to the last. */
export function disputesOf(
  events: readonly {
    kind: OrderEventKind
    at: Date
    detail: Record<string, string | number | boolean | null> | null
  }[],
): DisputeFacts[] {
  const disputes = new Map<string, DisputeFacts>()
  for (const { kind, at, detail } of events) {
    const state = STATES[kind]
    if (!state) continue
    const id = typeof detail?.disputeId === 'string' ? detail.disputeId : ''
    const known = disputes.get(id)
    const amountMinor = typeof detail?.amountMinor === 'number' ? detail.amountMinor : 0
    disputes.set(id, {
      id,
      state,
      amountMinor: amountMinor || (known?.amountMinor ?? 0),
      dueAt: typeof detail?.dueAt === 'string' ? new Date(detail.dueAt) : (known?.dueAt ?? null),
      openedAt: known?.openedAt ?? at,
      endedAt: state === 'open' ? null : at,
    })
  }
  return [...disputes.values()]
}

/** How an order stands with several: one that is open holds its money, one that is lost has taken it. */
export function worstOf(states: readonly Dispute[]): Dispute | null {
  return (['open', 'lost', 'won'] as const).find((state) => states.includes(state)) ?? null
}
