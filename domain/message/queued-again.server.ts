import { sql } from 'drizzle-orm'
import { message } from '~/db/schema/message'

/** What a message is set to that goes once more from the start: by the channel that suits now. */
export function queuedAgain(now: Date) {
  return {
    state: 'waiting' as const,
    notBefore: now,
    attempts: 0,
    failure: null,
    fellBackFrom: null,
    settledAt: null,
    updatedAt: now,
    channel: sql`case when ${message.isAddressFixed} then ${message.channel} end`,
    address: sql`case when ${message.isAddressFixed} then ${message.address} end`,
  }
}
