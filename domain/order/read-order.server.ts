import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { schema } from '~/db/schema'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { notClosed } from '../shared/not-closed.server'
import { type DisputeFacts, disputesOf, MOST_EVIDENCE } from './disputes'
import { mayChange, requireOrder } from './order-access.server'
import { factsOf, type OrderRowData } from './order-row.server'
import { isOverdue, orderActions } from './order-state'
import type {
  DisputeView,
  OrderEventView,
  OrderLineView,
  OrderView,
  OrderViewer,
  RefundView,
} from './order-view'
import { shownAddress } from './shown-address'

const { organisation, payment, person, product, refund } = schema
const { disputeEvidence, sampleFeedback, sampleOrderEvent, sampleOrderLine, transferAccount } = schema

type Database = Context['db']

/**
 * An order's page, for its buyer, its pesantren and the organiser: what is in it depends on who reads.
 * @throws AppError 'forbidden' for visitors, 'not-found' for everybody else's.
 */
export async function readOrder(
  { db, actor, now, cards }: Pick<Context, 'db' | 'actor' | 'now' | 'cards'>,
  { id }: { id: string; locale: Locale },
): Promise<OrderView> {
  const { row, viewer } = await requireOrder(db, actor, id)
  const [parties, lines, payments, refunds, events, feedback, account, evidence] = await Promise.all([
    queryParties(db, row),
    queryLines(db, id),
    db.select().from(payment).where(eq(payment.orderId, id)).orderBy(desc(payment.createdAt)),
    queryRefunds(db, id, viewer),
    queryEvents(db, id, viewer),
    db.select().from(sampleFeedback).where(eq(sampleFeedback.orderId, id)),
    db.select().from(transferAccount).where(eq(transferAccount.isSample, row.isSample)),
    row.dispute && viewer !== 'buyer'
      ? db
          .select()
          .from(disputeEvidence)
          .where(eq(disputeEvidence.orderId, id))
          .orderBy(asc(disputeEvidence.createdAt), asc(disputeEvidence.id))
      : [],
  ])
  const facts = factsOf(row)
  const isMine = mayChange(actor, row, viewer)
  const shown = shownAddress(row, viewer, now)
  const waits = row.state === 'awaiting'
  const paid = payments.find(({ state }) => state === 'paid') ?? payments[0]
  const told = feedback[0]
  const [to] = account
  const mayPayByCard =
    viewer === 'buyer' && isMine && waits && row.way === 'card' && (row.expiresAt ?? now) > now
  return {
    id: row.id,
    number: row.number,
    viewer,
    version: row.version,
    state: row.state,
    way: row.way,
    isSample: row.isSample,
    createdAt: row.createdAt,
    booth: parties.booth,
    buyer: { ...parties.buyer, locale: row.locale },
    meetingId: row.meetingId,
    lines,
    currency: row.currency,
    itemsMinor: row.itemsMinor,
    shippingMinor: row.shippingMinor,
    totalMinor: row.totalMinor,
    paidMinor: row.paidMinor,
    refundedMinor: row.refundedMinor,
    delivery: row.delivery,
    zone: row.zone,
    weightGrams: row.weightGrams,
    deliverTo: shown === 'shown' ? row.deliverTo : null,
    buyerPhone: shown === 'shown' ? (row.deliverTo?.phoneE164 ?? parties.phone) : null,
    addressHidden: shown === 'shown' || row.erasedAt !== null ? null : shown,
    buyerNote: row.buyerNote,
    expiresAt: row.expiresAt,
    paidAt: row.paidAt,
    packedAt: row.packedAt,
    sentAt: row.sentAt,
    receivedAt: row.receivedAt,
    endedAt: row.endedAt,
    endedBy: row.endedBy,
    endReason: row.endReason,
    isOverdue: isOverdue(facts, now),
    courier: row.courier,
    trackingNumber: row.trackingNumber,
    hasParcelPhoto: row.parcelKey !== null,
    payment: paid
      ? {
          id: paid.id,
          way: paid.way,
          state: paid.state,
          amountMinor: paid.amountMinor,
          paidAt: paid.paidAt,
          proofSentAt: paid.proofSentAt,
          hasProof: paid.proofKey !== null,
          rejectedReason: paid.rejectedReason,
        }
      : null,
    transferAccount:
      to && viewer === 'buyer' && waits && row.way === 'transfer'
        ? { bank: to.bank, number: to.number, holder: to.holder, isSample: to.isSample }
        : null,
    refunds,
    dispute: row.dispute && { state: row.dispute, dueAt: row.disputeDueAt },
    disputes:
      viewer === 'buyer' ? [] : withEvidence(disputesOf(events), evidence, viewer === 'pesantren' && isMine),
    events,
    actions: isMine
      ? orderActions(facts, viewer, now).filter((kind) => kind !== 'pay' || isUnpaid(payments))
      : [],
    mayPayByCard: mayPayByCard && cards !== undefined && (!row.isSample || cards.isTest),
    feedback:
      told && (viewer !== 'pesantren' || told.isShared)
        ? {
            quality: told.quality,
            asDescribed: told.asDescribed,
            next: told.next,
            note: told.note,
            isShared: told.isShared,
          }
        : null,
    mayGiveFeedback: viewer === 'buyer' && isMine && row.state === 'received' && !told,
  }
}

function withEvidence(
  disputes: DisputeFacts[],
  evidence: (typeof disputeEvidence.$inferSelect)[],
  isOwn: boolean,
): DisputeView[] {
  return disputes.map((dispute) => {
    const given = evidence.filter(({ disputeId }) => disputeId === dispute.id)
    return {
      ...dispute,
      evidence: given.map(({ id, text, pictureKey, createdAt }) => ({
        id,
        text,
        hasPicture: pictureKey !== null,
        at: createdAt,
      })),
      mayGiveEvidence: isOwn && dispute.state === 'open' && given.length < MOST_EVIDENCE,
    }
  })
}

/** A transfer of it hasn't come yet. */
const isUnpaid = (payments: readonly { state: string }[]) =>
  payments.every(({ state }) => state !== 'paid' && state !== 'surplus')

async function queryParties(db: Database, row: OrderRowData) {
  const [booth] = await db
    .select({
      organisationId: organisation.id,
      slug: organisation.slug,
      name: organisation.name,
      nameArabic: organisation.nameArabic,
      isOpen: sql<boolean>`${notClosed}`,
      company: sql<
        string | null
      >`(select c.name from organisation c where c.id = ${row.buyerOrganisationId}::uuid)`,
      person: sql<string | null>`(select p.name from ${person} p where p.id = ${row.buyerPersonId}::uuid)`,
      phone: sql<
        string | null
      >`(select p.phone_e164 from ${person} p where p.id = ${row.buyerPersonId}::uuid)`,
    })
    .from(organisation)
    .where(eq(organisation.id, row.organisationId))
  if (!booth) throw new Error('an order has no pesantren')
  const { isOpen, company, person: name, phone, slug, ...rest } = booth
  return {
    booth: { ...rest, slug: isOpen ? slug : null },
    // Who was deleted has none.
    buyer: { person: name || null, company },
    phone,
  }
}

async function queryLines(db: Database, orderId: string): Promise<OrderLineView[]> {
  const rows = await db
    .select({
      productId: sampleOrderLine.productId,
      slug: product.slug,
      state: product.state,
      drawing: product.drawing,
      name: sampleOrderLine.name,
      size: sampleOrderLine.size,
      quantity: sampleOrderLine.quantity,
      unitPriceMinor: sampleOrderLine.unitPriceMinor,
    })
    .from(sampleOrderLine)
    .innerJoin(product, eq(product.id, sampleOrderLine.productId))
    .where(eq(sampleOrderLine.orderId, orderId))
    .orderBy(asc(sampleOrderLine.position))
  return rows.map(({ state, slug, ...line }) => ({
    ...line,
    slug: state === 'published' ? slug : null,
    lineMinor: line.unitPriceMinor * line.quantity,
  }))
}

async function queryRefunds(db: Database, orderId: string, viewer: OrderViewer): Promise<RefundView[]> {
  const rows = await db
    .select({
      id: refund.id,
      amountMinor: refund.amountMinor,
      reason: refund.reason,
      state: refund.state,
      way: payment.way,
      at: refund.createdAt,
      settledAt: refund.settledAt,
      note: refund.note,
      reference: refund.reference,
      failure: refund.failure,
      isSurplus: sql<boolean>`${payment.state} = 'surplus'`,
    })
    .from(refund)
    .innerJoin(payment, eq(payment.id, refund.paymentId))
    .where(eq(refund.orderId, orderId))
    .orderBy(asc(refund.createdAt), asc(refund.id))
  if (viewer === 'organiser') return rows
  // What came too much and went back is nothing of the pesantren's.
  return rows
    .filter(({ isSurplus }) => viewer === 'buyer' || !isSurplus)
    .map((row) => ({ ...row, note: null, reference: null, failure: null }))
}

async function queryEvents(db: Database, orderId: string, viewer: OrderViewer): Promise<OrderEventView[]> {
  const rows = await db
    .select({
      id: sampleOrderEvent.id,
      kind: sampleOrderEvent.kind,
      by: sampleOrderEvent.by,
      at: sampleOrderEvent.createdAt,
      detail: sampleOrderEvent.detail,
    })
    .from(sampleOrderEvent)
    .where(and(eq(sampleOrderEvent.orderId, orderId)))
    .orderBy(asc(sampleOrderEvent.id))
  return rows
    .filter(({ kind, detail }) => viewer !== 'pesantren' || !(kind === 'surplus' || detail?.isSurplus))
    .map((row) => ({ ...row, detail: row.detail ?? {} }))
}
