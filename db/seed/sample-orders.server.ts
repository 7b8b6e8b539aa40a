import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { tellOrder } from '~/domain/message/tell-order.server'
import { cancelOrder } from '~/domain/order/cancel-order.server'
import { confirmTransfer } from '~/domain/order/confirm-transfer.server'
import { giveFeedback } from '~/domain/order/give-feedback.server'
import { lapseOrders } from '~/domain/order/lapse-orders.server'
import type { Feedback } from '~/domain/order/order-view'
import { packOrder } from '~/domain/order/pack-order.server'
import { receiveOrder } from '~/domain/order/receive-order.server'
import { recordPayout } from '~/domain/order/record-payout.server'
import { sendOrder } from '~/domain/order/send-order.server'
import { settleTransferRefund } from '~/domain/order/settle-transfer-refund.server'
import { startRefund } from '~/domain/order/start-refund.server'
import type { StoredFile } from '~/integrations/storage/storage'
import type { Database } from '../client.server'
import { schema } from '../schema'
import { type Buyer, DAY, HOUR, type Host, orderSteps, type Steps } from './sample-order-steps.server'

const { meeting, meetingParticipant, sampleOrder, sampleOrderEvent } = schema

/** The picture of the sample's proof of a transfer, and the key that it is kept under. */
export async function sampleProof(): Promise<{ key: string; file: StoredFile }> {
  const body = await readFile(path.join(import.meta.dirname, 'data/sample-proof.webp'))
  const hash = createHash('sha256').update(body).digest('hex')
  return { key: `proofs/${hash}.webp`, file: { body, contentType: 'image/webp' } }
}

/**
 * Orders of the sample accounts in every state that a newcomer should see, round about `now`, made by the use cases
 * themselves: so the books, the samples that are left and the messages are as true as anybody's. `proofKey`: the
 * picture of a proof that was kept; null: none was, and no order has one. In an edition without these booths there are none.
 */
export async function seedSampleOrders(
  db: Database,
  now: Date,
  { proofKey }: { proofKey: string | null },
): Promise<void> {
  const steps = await orderSteps(db)
  if (!steps) return
  const ago = (days: number, hours = 0) => new Date(now.getTime() - days * DAY - hours * HOUR)
  const rina: Buyer = 'grosir-pasundan-4'
  const khalid: Buyer = 'nakhla-foods-07'
  const elif: Buyer = 'marmara-pantry-08'
  const muttaqin: Host = 'darul-muttaqin-3'
  const maarif: Host = 'darul-maarif-5'
  const then = actions(steps, ago)

  // Never paid.
  await steps.place({ buyer: rina, host: muttaqin, lines: [[1, 1]], way: 'transfer' }, ago(40))
  await lapseOrders({ ...steps.at(ago(36), 'panitia-opop-01'), actor: { kind: 'system' } })

  // Arrived, part of it given back, and paid out.
  const broken = await steps.place(
    {
      buyer: rina,
      host: muttaqin,
      lines: [
        [0, 2],
        [1, 1],
      ],
      way: 'transfer',
    },
    ago(34),
  )
  await then.confirm(broken, 33)
  await then.ship(broken, muttaqin, 32, 'JNE', 'CONTOH0001')
  await then.receive(broken, rina, 29, {
    quality: 'fair',
    asDescribed: 'partly',
    next: 'maybe',
    note: 'Rasanya enak, tetapi satu botol bocor.',
    isShared: true,
  })
  await then.refund(broken, 28, 3_000_000)
  await then.payOut(muttaqin, 26, 5_000_000, 'CONTOH-SETOR-01')

  const good = await steps.place(
    { buyer: rina, host: maarif, lines: [[1, 2]], way: 'transfer', note: 'Untuk rapat pembelian kami.' },
    ago(24),
  )
  await then.confirm(good, 23)
  await then.ship(good, maarif, 22, 'J&T', 'CONTOH0002')
  await then.receive(good, rina, 20, {
    quality: 'good',
    asDescribed: 'yes',
    next: 'order',
    note: null,
    isShared: true,
  })

  // Disputed by the buyer's bank.
  const disputed = await steps.place({ buyer: khalid, host: maarif, lines: [[2, 1]], way: 'card' }, ago(21))
  await steps.charge(disputed, ago(21, -0.2))
  await then.ship(disputed, maarif, 18, 'POS', 'CONTOH0003')
  await steps.dispute(disputed, ago(2))

  // Paid and not sent in time.
  const late = await steps.place(
    {
      buyer: elif,
      host: muttaqin,
      lines: [
        [0, 1],
        [1, 1],
      ],
      way: 'card',
    },
    ago(12),
  )
  await steps.charge(late, ago(12, -0.2))

  // Called off by the pesantren: the organiser has to transfer the money back.
  const off = await steps.place({ buyer: elif, host: maarif, lines: [[1, 1]], way: 'transfer' }, ago(9))
  await then.confirm(off, 8)
  await cancelOrder(steps.at(ago(7), maarif), { orderId: off, reason: 'Kemasan ekspornya habis.' })

  const onItsWay = await steps.place(
    { buyer: rina, host: muttaqin, lines: [[2, 1]], way: 'transfer' },
    ago(6),
  )
  await then.confirm(onItsWay, 5)
  await then.ship(onItsWay, muttaqin, 2, 'JNE', 'CONTOH0004')

  const packed = await steps.place(
    {
      buyer: rina,
      host: muttaqin,
      lines: [
        [0, 1],
        [3, 1],
      ],
      way: 'transfer',
      meetingId: await nextMeeting(db, now, steps.organisationOf(rina), steps.organisationOf(muttaqin)),
    },
    ago(4),
  )
  await then.confirm(packed, 3)
  await packOrder(steps.at(ago(1), muttaqin), { orderId: packed })

  const paid = await steps.place({ buyer: khalid, host: muttaqin, lines: [[3, 2]], way: 'transfer' }, ago(3))
  await then.confirm(paid, 2)

  const proven = await steps.place({ buyer: rina, host: muttaqin, lines: [[1, 1]], way: 'transfer' }, ago(2))
  if (proofKey) await steps.prove(proven, ago(1), proofKey)

  await steps.place(
    { buyer: rina, host: maarif, lines: [[3, 1]], way: 'free', delivery: 'hand-over' },
    ago(1),
  )
  await steps.place({ buyer: rina, host: muttaqin, lines: [[0, 1]], way: 'transfer' }, ago(0, 20))
  await demonstrate(db, steps)
}

/** What is done in several orders, days ago. */
function actions(steps: Steps, ago: (days: number) => Date) {
  const organiser = (days: number) => steps.at(ago(days), 'panitia-opop-01')
  return {
    confirm: (orderId: string, days: number) => confirmTransfer(organiser(days), { orderId }),
    async ship(orderId: string, host: Host, days: number, courier: string, tracking: string) {
      await packOrder(steps.at(ago(days), host), { orderId })
      await sendOrder(steps.at(ago(days), host), { orderId, fulfilment: { courier, tracking }, photo: null })
    },
    async receive(orderId: string, buyer: Buyer, days: number, feedback: Feedback) {
      await receiveOrder(steps.at(ago(days), buyer), { orderId })
      await giveFeedback(steps.at(ago(days), buyer), { orderId, feedback })
    },
    async refund(orderId: string, days: number, amountMinor: number) {
      const started = await startRefund(organiser(days), {
        orderId,
        amountMinor,
        reason: 'damaged',
        note: 'Satu botol bocor di jalan (data contoh).',
      })
      if (started.kind !== 'wanted') throw new Error(`the sample's refund was not made: ${started.kind}`)
      await settleTransferRefund(organiser(days - 1), {
        refundId: started.refundId,
        outcome: 'done',
        reference: 'CONTOH-BALIK-01',
      })
    },
    async payOut(host: Host, days: number, amountMinor: number, reference: string) {
      const context = organiser(days)
      const recorded = await recordPayout(context, {
        token: context.newId(),
        organisationId: steps.organisationOf(host),
        amountMinor,
        paidOn: ago(days).toISOString().slice(0, 10),
        reference,
        proof: null,
      })
      if (recorded.kind !== 'recorded') throw new Error(`the sample's pay-out was not made: ${recorded.kind}`)
    },
  }
}

/** The next meeting of two, which a sample is to be there for. */
async function nextMeeting(db: Database, now: Date, one: string, other: string): Promise<string | null> {
  const [next] = await db
    .select({ id: meeting.id })
    .from(meeting)
    .innerJoin(meetingParticipant, eq(meetingParticipant.meetingId, meeting.id))
    .where(and(eq(meeting.isSample, true), eq(meeting.state, 'booked'), gt(meeting.startsAt, now)))
    .groupBy(meeting.id)
    .having(
      sql`bool_or(${meetingParticipant.organisationId} = ${one}::uuid) and bool_or(${meetingParticipant.organisationId} = ${other}::uuid)`,
    )
    .orderBy(asc(meeting.startsAt))
    .limit(1)
  return next?.id ?? null
}

/** What the parties would have been told, as demonstrations; then nothing is left to deliver. */
async function demonstrate(db: Database, steps: Steps): Promise<void> {
  const events = await db
    .select({ id: sampleOrderEvent.id, orderId: sampleOrderEvent.orderId, at: sampleOrderEvent.createdAt })
    .from(sampleOrderEvent)
    .innerJoin(sampleOrder, eq(sampleOrder.id, sampleOrderEvent.orderId))
    .where(eq(sampleOrder.isSample, true))
    .orderBy(asc(sampleOrderEvent.id))
  for (const { id, orderId, at } of events) {
    const context = { ...steps.at(at, 'panitia-opop-01'), actor: { kind: 'system' as const } }
    await tellOrder(context, { orderId, eventId: id })
  }
  await db.execute(sql`
    with gone as (
      delete from outbox using sample_order
      where topic = 'order.changed' and payload ->> 'orderId' = sample_order.id::text and sample_order.is_sample
      returning outbox.id)
    select graphile_worker.remove_job('outbox:' || id) from gone`)
}
