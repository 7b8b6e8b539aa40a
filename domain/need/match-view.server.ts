import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { firstPhoto, ofProduct } from '~/db/ready-photos.server'
import { meeting, meetingParticipant } from '~/db/schema/meeting'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { regency } from '~/db/schema/region'
import { freeForDemand } from '~/matching/criteria/volume'
import type { Demand, RankedOffer } from '~/matching/offer'
import { shownQuantity } from '~/matching/reckon'
import { WEIGHTS } from '~/matching/weights'
import type { Availability, Slot } from '../meeting/slots'
import { actingMembership, isVerified } from '../shared/acting'
import { readAvailability } from '../shared/availability.server'
import type { Context } from '../shared/context'
import { meetingTimes, TIMES_HORIZON_MS } from './meeting-times'
import type { MatchView, NeedView } from './need-view'

type Booth = MatchView['booth'] & { isSample: boolean }

/**
 * The ranked offers as a page shows them, and the booths of `otherBooths` (ids) besides. The same number of
 * queries whatever there is to show.
 */
export async function readMatchViews(
  context: Context,
  {
    need,
    demand,
    aboutId,
    ranked,
    otherBooths,
  }: {
    need: NeedView
    demand: Demand
    aboutId: string | null
    ranked: readonly RankedOffer[]
    otherBooths: readonly string[]
  },
): Promise<{ matches: MatchView[]; booths: Map<string, Booth> }> {
  const hosts = ranked.map(({ offer }) => offer.organisationId)
  const [booths, products, meetings, availability] = await Promise.all([
    readBooths(context, [...hosts, ...otherBooths]),
    readProducts(
      context,
      ranked.map(({ offer }) => offer.id),
    ),
    readMeetings(context, need.id),
    readTimes(context, need, hosts),
  ])
  const acting = actingMembership(context.actor)
  const times = meetingTimes({
    // Whoever has a meeting needs no time for one.
    hosts: hosts.filter((host) => !meetings.has(host)),
    guestId: need.organisation.id,
    availability,
    awaited: [...meetings.values()].filter(({ state }) => state === 'requested'),
    // One that isn't verified yet asks for every time.
    booksAtOnce: acting !== null && isVerified(acting),
    nameOf: (id) => booths.get(id)?.name ?? '',
    now: context.now,
  })
  const matches = ranked.flatMap(({ offer, points, judgements }) => {
    const booth = booths.get(offer.organisationId)
    const goods = products.get(offer.id)
    // Taken away since the offers were read.
    if (!booth || !goods) return []
    const { isSample, ...shownBooth } = booth
    const free = freeForDemand(demand, offer)
    const offered = times.get(offer.organisationId)
    return {
      productId: offer.id,
      productSlug: goods.slug,
      productName: goods.name,
      drawing: goods.drawing,
      ...(goods.photo && { photo: goods.photo }),
      unit: goods.unit,
      booth: shownBooth,
      points: Math.round(points),
      byCriterion: judgements.map(({ criterion, share }) => ({
        criterion,
        points: Math.round(share * WEIGHTS[criterion] * 10) / 10,
        most: WEIGHTS[criterion],
      })),
      reasons: judgements.flatMap(({ reasons }) => reasons),
      free: free === null ? null : shownQuantity(free),
      isAbout: offer.organisationId === aboutId,
      isInstant: offered?.isInstant ?? false,
      times: offered?.times ?? [],
      noTimes: offered?.bar ?? null,
      meeting: meetingOf(meetings.get(offer.organisationId)),
      isSample,
    }
  })
  return { matches, booths }
}

async function readBooths({ db }: Context, ids: readonly string[]): Promise<Map<string, Booth>> {
  const rows = await db
    .select({
      organisationId: organisation.id,
      slug: organisation.slug,
      name: organisation.name,
      nameArabic: organisation.nameArabic,
      isSample: organisation.isSample,
      regency: { code: regency.code, name: regency.name },
    })
    .from(organisation)
    .leftJoin(regency, eq(regency.code, organisation.regencyCode))
    .where(inArray(organisation.id, [...ids]))
  return new Map(rows.map((row) => [row.organisationId, row]))
}

async function readProducts({ db }: Context, ids: readonly string[]) {
  const rows = await db
    .select({
      id: product.id,
      slug: product.slug,
      name: product.name,
      drawing: product.drawing,
      // Written out: in a query of one table drizzle leaves table names away.
      photo: firstPhoto(ofProduct(sql`product.id`)),
      unit: product.unit,
    })
    .from(product)
    .where(inArray(product.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The meetings about a need that are still to come, by host: the booked one before a requested one. */
async function readMeetings({ db, now }: Context, needId: string) {
  const rows = await db
    .select({
      hostId: meetingParticipant.organisationId,
      id: meeting.id,
      state: meeting.state,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
    })
    .from(meeting)
    .innerJoin(meetingParticipant, eq(meetingParticipant.meetingId, meeting.id))
    .where(
      and(
        eq(meeting.needId, needId),
        eq(meetingParticipant.side, 'host'),
        gt(meeting.endsAt, now),
        // A request that has expired may not have been written down as such yet.
        or(eq(meeting.state, 'booked'), and(eq(meeting.state, 'requested'), gt(meeting.expiresAt, now))),
      ),
    )
    .orderBy(asc(meeting.state), asc(meeting.startsAt), asc(meeting.id))
  const byHost = new Map<string, NonNullable<MatchView['meeting']> & Slot>()
  for (const { hostId, state, ...row } of rows) {
    if (state !== 'booked' && state !== 'requested') continue
    if (!byHost.has(hostId)) byHost.set(hostId, { ...row, state })
  }
  return byHost
}

function meetingOf(found: (NonNullable<MatchView['meeting']> & Slot) | undefined): MatchView['meeting'] {
  return found ? { id: found.id, state: found.state, startsAt: found.startsAt } : null
}

/** When the hosts and the guest can meet; nobody, for a need that is closed. */
async function readTimes({ db, now }: Context, need: NeedView, hosts: readonly string[]) {
  if (need.state === 'closed' || hosts.length === 0) return new Map<string, Availability>()
  const until = new Date(now.getTime() + TIMES_HORIZON_MS)
  return readAvailability(db, [...hosts, need.organisation.id], { from: now, until })
}
