import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Storage } from '~/integrations/storage/storage'
import type { Database } from '../client.server'
import { account } from '../schema/account'
import { meetingSetting, openTime, seat } from '../schema/availability'
import { boothEvent } from '../schema/booth-event'
import { boothProfile } from '../schema/booth-profile'
import { certificate } from '../schema/certificate'
import { edition } from '../schema/edition'
import { inquiry } from '../schema/inquiry'
import {
  exchangeRate,
  ledgerEntry,
  payout,
  reconciliationDifference,
  transferAccount,
} from '../schema/ledger'
import { meeting, meetingPlace } from '../schema/meeting'
import { membership } from '../schema/membership'
import { message } from '../schema/message'
import { need } from '../schema/need'
import { organisation } from '../schema/organisation'
import { participation } from '../schema/participation'
import { pavilion } from '../schema/pavilion'
import { payment, refund } from '../schema/payment'
import { person } from '../schema/person'
import { photo, upload } from '../schema/photo'
import { priceTier } from '../schema/price-tier'
import { product } from '../schema/product'
import { revision } from '../schema/revision'
import { sampleOffer, shippingRate } from '../schema/sample-offer'
import { sampleOrder } from '../schema/sample-order'
import { inTransaction, type Transaction } from '../transaction.server'
import { readRegions, seedRegions } from './regions.server'
import { readReportedParticipants } from './reported-participants.server'
import { samplePeople } from './sample-accounts'
import { seedSampleApplicants } from './sample-applicants.server'
import { seedSampleDealings } from './sample-dealings.server'
import { OPEN_EDITION_SLUG, planSampleEdition } from './sample-edition'
import { sampleMeetingPlaces, sampleMeetingTimes } from './sample-meeting-times'
import { SAMPLE_EXCHANGE_RATES, SAMPLE_TRANSFER_ACCOUNT, sampleOffers } from './sample-offers'
import { sampleProof, seedSampleOrders } from './sample-orders.server'

export const MOST_BOOTHS = 5018
export const USUAL_BOOTHS = 500
/** Rows in one statement: a product has some 35 parameters of the 65,535 that a statement may have. */
const BATCH = 500

export interface SeedOptions {
  /** Stands in the hall, 1 to 5,018. */
  booths: number
  /** Takes an edition of another size away first; never real data. */
  replace?: boolean
  /** Round which needs and meetings of the sample accounts are made; the present when not given. */
  now?: Date
  /** Told how many of all rows are written. */
  onProgress?: (written: number, total: number) => void
  /** Where the picture of a transfer's proof is kept; without, no order of the sample has one. */
  storage?: Pick<Storage, 'put'>
  /** Aborted, the seed ends before its next statement and leaves nothing. */
  signal?: AbortSignal | undefined
}

/**
 * Nothing was changed: 'other-size' when an edition of that many booths stands there already,
 * 'real-data' when it would be replaced but more than the seed's own rows would be lost.
 */
export type SeedResult =
  | { outcome: 'seeded'; booths: number; products: number }
  | { outcome: 'unchanged'; booths: number }
  | { outcome: 'other-size'; booths: number }
  | { outcome: 'real-data'; booths: number }

/** How many stands the open edition has; null when there is none. */
export async function countBooths(db: Database | Transaction): Promise<number | null> {
  const [open] = await db
    .select({ id: edition.id })
    .from(edition)
    .where(and(eq(edition.slug, OPEN_EDITION_SLUG), edition.isOpen))
  if (!open) return null
  return db.$count(participation, and(eq(participation.editionId, open.id), isNotNull(participation.slot)))
}

/**
 * Writes the regions and the sample edition in one transaction: a seed that is killed leaves nothing.
 * The same size gives the same rows in every database, but for meetings and orders, which are made round about `now`;
 * where an edition stands already, nothing is changed.
 * The search index isn't built here.
 * @throws RangeError when `booths` isn't a whole number from 1 to 5,018; the signal's reason when it is aborted.
 */
export async function seedSampleEdition(
  db: Database,
  { booths, replace = false, now = new Date(), storage, onProgress, signal }: SeedOptions,
): Promise<SeedResult> {
  if (!Number.isInteger(booths) || booths < 1 || booths > MOST_BOOTHS) {
    throw new RangeError(`booths must be a whole number from 1 to ${MOST_BOOTHS}`)
  }
  const regions = await readRegions()
  const reported = await readReportedParticipants()
  const proof = storage && (await sampleProof())
  // Before the rows that name it.
  if (proof) await storage.put(proof.key, proof.file)
  return inTransaction(db, async (tx) => {
    // Two seeds at once: the second one waits, then finds the first one's edition.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('opop:seed'))`)
    const present = await countBooths(tx)
    if (present === booths) return { outcome: 'unchanged', booths }
    if (present !== null && !replace) return { outcome: 'other-size', booths: present }
    const plan = planSampleEdition(booths, regions, reported)
    const own = plan.organisations.filter((row) => !row.isSample).map((row) => row.id)
    if (present !== null && !(await removeEdition(tx, own))) return { outcome: 'real-data', booths: present }

    const products = plan.booths.flatMap((booth) => booth.products)
    const times = sampleMeetingTimes(plan.booths.map((booth) => booth.organisation))
    const people = samplePeople(plan.organisations)
    const samples = sampleOffers(plan.booths)
    const places = plan.editions.filter((row) => row.isOpen).flatMap((row) => sampleMeetingPlaces(row.id))
    const writes: [PgTable, object[]][] = [
      [edition, plan.editions],
      [organisation, plan.organisations],
      [pavilion, plan.pavilions],
      [participation, plan.participations],
      [product, products],
      [priceTier, plan.booths.flatMap((booth) => booth.tiers)],
      [certificate, plan.booths.flatMap((booth) => booth.certificates)],
      [meetingSetting, times.settings],
      [seat, [...times.seats, ...people.seats]],
      [openTime, times.openTimes],
      [meetingPlace, places],
      [person, people.persons],
      [account, people.accounts],
      [membership, people.memberships],
      [sampleOffer, samples.offers],
      [shippingRate, samples.rates],
    ]
    const total = writes.reduce((sum, [, rows]) => sum + rows.length, 0)
    let written = 0
    await seedRegions(tx, regions)
    for (const [table, rows] of writes) {
      for (let at = 0; at < rows.length; at += BATCH) {
        signal?.throwIfAborted()
        const batch = rows.slice(at, at + BATCH)
        await tx.insert(table).values(batch)
        written += batch.length
        onProgress?.(written, total)
      }
    }
    // What an organiser wrote meanwhile stays.
    await tx.insert(transferAccount).values(SAMPLE_TRANSFER_ACCOUNT).onConflictDoNothing()
    await tx.insert(exchangeRate).values(SAMPLE_EXCHANGE_RATES).onConflictDoNothing()
    await seedSampleDealings(tx, now)
    await seedSampleOrders(tx, now, { proofKey: proof?.key ?? null })
    await seedSampleApplicants(tx, now)
    signal?.throwIfAborted()
    // The planner would read whole tables until it has seen them.
    await tx.execute(sql`analyze`)
    return { outcome: 'seeded', booths, products: products.length }
  })
}

/**
 * Empties what the seed fills and what was made with it, unless something in there is real: an organisation
 * that the seed didn't write, anything that isn't marked as sample, or somebody who acts for a real one.
 */
async function removeEdition(tx: Transaction, seeded: readonly string[]): Promise<boolean> {
  const [real] = await tx.execute<{ found: boolean }>(sql`select
    exists (select from organisation where not is_sample and id not in ${seeded})
    or exists (select from product where not is_sample)
    or exists (select from certificate where not is_sample)
    or exists (select from inquiry where not is_sample)
    or exists (select from need where not is_sample)
    or exists (select from meeting where not is_sample)
    or exists (select from meeting_place where not is_sample)
    or exists (select from sample_order where not is_sample)
    or exists (select from ledger_entry where not is_sample)
    or exists (select from payout where not is_sample)
    or exists (select from shipping_rate r join organisation o on o.id = r.organisation_id where not o.is_sample)
    or exists (select from person where not is_sample)
    or exists (select from message where not is_sample and organisation_id is not null)
    or exists (
      select from organisation o where not o.is_sample and (
        exists (select from membership m where m.organisation_id = o.id)
        or exists (select from seat s where s.organisation_id = o.id)
        or exists (select from meeting_setting s where s.organisation_id = o.id)
        or exists (select from open_time t where t.organisation_id = o.id)
        or exists (select from open_time_exception t where t.organisation_id = o.id))) as found`)
  if (real?.found) return false
  // Deleted, not truncated: visitors go on reading the old edition until the new one is there. With a meeting
  // go its participants, events and outcomes; with a person its sessions; with an organisation its seats and times.
  // A code on its way to a real address belongs to no organisation: it stays. So do rates and the real account.
  await tx.delete(message).where(eq(message.isSample, true))
  await tx.delete(transferAccount).where(eq(transferAccount.isSample, true))
  for (const table of [
    reconciliationDifference,
    ledgerEntry,
    payout,
    refund,
    payment,
    sampleOrder,
    inquiry,
    meeting,
    meetingPlace,
    need,
    certificate,
    upload,
    photo,
    revision,
    boothEvent,
    boothProfile,
    priceTier,
    product,
    participation,
    pavilion,
    person,
    organisation,
    edition,
  ]) {
    await tx.delete(table)
  }
  return true
}
