import { sql } from 'drizzle-orm'
import type { Transaction } from '~/db/transaction.server'
import type { MeetingWay } from '../shared/enums'
import type { Slot } from './slots'

export interface PlaceWish {
  editionId: string | null
  way: MeetingWay
  slot: Slot
  isSample: boolean
  /** A meeting that moves: its own place is free for it, and the first choice. */
  meetingId: string | null
  currentPlaceId: string | null
}

/**
 * A free room or table of the edition, locked until the transaction ends; none: a WhatsApp call. Places are
 * locked last of all, and one that another booking looks at is passed over, so nobody waits for a place.
 */
export async function takePlace(
  tx: Transaction,
  { editionId, way, slot, isSample, meetingId, currentPlaceId }: PlaceWish,
): Promise<{ way: MeetingWay; placeId: string | null }> {
  if (way === 'whatsapp' || editionId === null) return { way: 'whatsapp', placeId: null }
  const isTaken = sql`exists (
    select from meeting m where m.place_id = p.id and m.occupies
      and m.id is distinct from ${meetingId}::uuid
      and tstzrange(m.starts_at, m.ends_at)
        && tstzrange(${slot.startsAt.toISOString()}::timestamptz, ${slot.endsAt.toISOString()}::timestamptz))`
  const passedOver: string[] = []
  // Who held the lock may have booked just now: looked at again once it is ours.
  for (;;) {
    const [place] = await tx.execute<{ id: string }>(sql`
      select p.id from meeting_place p
      where p.edition_id = ${editionId}::uuid and p.kind = ${way} and p.is_sample = ${isSample}
        and not p.id::text = any(string_to_array(${passedOver.join(',')}, ',')) and not ${isTaken}
      order by p.id is not distinct from ${currentPlaceId}::uuid desc, p.number
      limit 1 for update skip locked`)
    if (!place) return { way: 'whatsapp', placeId: null }
    const [free] = await tx.execute(
      sql`select from meeting_place p where p.id = ${place.id}::uuid and not ${isTaken}`,
    )
    if (free) return { way, placeId: place.id }
    passedOver.push(place.id)
  }
}
