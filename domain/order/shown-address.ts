import type { OrderFacts } from './order-state'
import { hasEnded } from './order-state'
import type { OrderViewer } from './order-view'

const DAY_MS = 24 * 60 * 60_000
/** How long after the end a pesantren still reads where it sent something. */
const ADDRESS_AFTER_MS = 90 * DAY_MS

/** Whether somebody may read where it goes: the buyer always, others while it is needed. */
export function shownAddress(
  row: Pick<OrderFacts, 'state' | 'paidAt'> & { receivedAt: Date | null; endedAt: Date | null },
  viewer: OrderViewer,
  now: Date,
): 'shown' | 'not-yet' | 'over' {
  if (viewer === 'buyer') return 'shown'
  if (row.paidAt === null) return 'not-yet'
  const over = row.receivedAt ?? (hasEnded(row) ? row.endedAt : null)
  return over !== null && now.getTime() - over.getTime() > ADDRESS_AFTER_MS ? 'over' : 'shown'
}
