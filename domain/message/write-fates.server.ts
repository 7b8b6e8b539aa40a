import { sql } from 'drizzle-orm'
import type { Transaction } from '~/db/transaction.server'
import type { Channel } from '../shared/message-enums'

interface Bound {
  channel: Channel
  address: string
  /** The channel that it leaves for this one, for good; null: it leaves none. */
  fellBackFrom: Channel | null
}

/** What becomes of a message that was due. */
export type Fate =
  | ({ kind: 'sending' } & Bound)
  /** Later, by the channel that it has now. */
  | ({ kind: 'waiting'; notBefore: Date } & Bound)
  | { kind: 'kept' }
  | { kind: 'dead'; failure: string }
  | { kind: 'void'; failure: string }

/** Writes what becomes of many messages in one statement. Their rows are locked by the caller. */
export async function writeFates(
  tx: Transaction,
  fates: readonly (Fate & { id: string })[],
  now: Date,
): Promise<void> {
  if (fates.length === 0) return
  const at = sql`${now.toISOString()}::timestamptz`
  const rows = fates.map((fate) => ({
    id: fate.id,
    state: fate.kind,
    channel: 'channel' in fate ? fate.channel : null,
    address: 'address' in fate ? fate.address : null,
    fell_back_from: 'fellBackFrom' in fate ? fate.fellBackFrom : null,
    not_before: 'notBefore' in fate ? fate.notBefore.toISOString() : null,
    failure: 'failure' in fate ? fate.failure : null,
  }))
  await tx.execute(sql`
    update message m set
      state = f.state,
      channel = case when m.is_address_fixed then m.channel else coalesce(f.channel, m.channel) end,
      address = case when m.is_address_fixed then m.address else coalesce(f.address, m.address) end,
      not_before = coalesce(f.not_before, m.not_before),
      failure = coalesce(f.failure, m.failure),
      fell_back_from = coalesce(f.fell_back_from, m.fell_back_from),
      attempts = case when f.fell_back_from is null then m.attempts else 0 end
        + case when f.state = 'sending' then 1 else 0 end,
      attempted_at = case when f.state = 'sending' then ${at} else m.attempted_at end,
      settled_at = case when f.state in ('kept', 'dead', 'void') then ${at} else m.settled_at end,
      variables = case when f.state = 'void' then m.variables - 'code' - 'token' else m.variables end,
      updated_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as f(id uuid, state text, channel text, address text, fell_back_from text, not_before timestamptz,
        failure text)
    where m.id = f.id`)
}
