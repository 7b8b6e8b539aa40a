import { and, asc, eq, sql } from 'drizzle-orm'
import { acceptMeeting } from '~/domain/meeting/accept-meeting.server'
import { bookMeeting } from '~/domain/meeting/book-meeting.server'
import { cancelMeeting } from '~/domain/meeting/cancel-meeting.server'
import { declineMeeting } from '~/domain/meeting/decline-meeting.server'
import { findTimes } from '~/domain/meeting/find-times.server'
import { moveMeeting } from '~/domain/meeting/move-meeting.server'
import { tellOutcome } from '~/domain/meeting/tell-outcome.server'
import { tellMeeting } from '~/domain/message/tell-meeting.server'
import { closeNeed } from '~/domain/need/close-need.server'
import { stateNeed } from '~/domain/need/state-need.server'
import type { Actor, Context } from '~/domain/shared/context'
import type { Certification, OrganisationKind } from '~/domain/shared/enums'
import { type Locale, localized } from '~/domain/shared/locale'
import type { Database } from '../client.server'
import { schema } from '../schema'
import { sampleId } from './chance'
import { noSearch, noStorage } from './no-services'
import { SAMPLE_ACCOUNTS, type SampleAccountKey } from './sample-accounts'

const { meeting, meetingEvent, organisation, priceTier, product } = schema

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** 20:10 in the hall's zone, from midnight UTC. */
const EVENING = 13 * HOUR + 10 * 60_000

type Company = 'grosir-pasundan-4' | 'nakhla-foods-07' | 'marmara-pantry-08'
type Host = 'darul-muttaqin-3' | 'darul-maarif-5'

const PEOPLE: Record<Company | Host, SampleAccountKey> = {
  'grosir-pasundan-4': 'offtaker-owner',
  'nakhla-foods-07': 'buyer-dubai',
  'marmara-pantry-08': 'buyer-istanbul',
  'darul-muttaqin-3': 'pesantren-owner',
  'darul-maarif-5': 'two-organisations',
}

/** What one company wants of one booth: its goods at `shelf`, so many orders' worth, at a share of the price. */
interface Wish {
  company: Company
  host: Host
  shelf: number
  orders: number
  priceShare: number
  papers: Certification[]
  country: string
  place: string | null
  language: Locale
}

/**
 * Needs and meetings of the sample accounts, in every state that a newcomer should see, round about `now`.
 * They are made by the use cases themselves, at the moments at which people would have: so the seats, the
 * audit trail and the agenda are as true as anybody's. In an edition without these booths there are none.
 */
export async function seedSampleDealings(db: Database, now: Date): Promise<void> {
  const organisations = await db
    .select({ id: organisation.id, slug: organisation.slug, kind: organisation.kind })
    .from(organisation)
    .where(eq(organisation.isSample, true))
  const bySlug = new Map(organisations.map((row) => [row.slug, row]))
  if (Object.keys(PEOPLE).some((slug) => !bySlug.has(slug))) return

  let made = 0
  const newId = () => sampleId(`dealing:${++made}`)
  const at = (moment: Date, slug: Company | Host): Context => {
    const { id = '', kind = 'buyer' } = bySlug.get(slug) ?? {}
    return { db, search: noSearch, storage: noStorage, now: moment, newId, actor: ownerOf(slug, id, kind) }
  }
  const ago = (days: number) => new Date(now.getTime() - days * DAY)

  async function want(wish: Wish, stated: Date): Promise<string> {
    const goods = await goodsOf(db, bySlug.get(wish.host)?.id ?? '', wish.shelf)
    const locale = SAMPLE_ACCOUNTS.find(({ key }) => key === PEOPLE[wish.company])?.locale ?? 'id'
    const outcome = await stateNeed(at(stated, wish.company), {
      fields: {
        field: goods.field,
        productWords: localized(goods.name, locale)?.text ?? goods.slug,
        monthlyVolume: (goods.minimumOrder ?? 10) * wish.orders,
        unit: goods.unit,
        targetPriceMinor: Math.round((goods.priceMinor * wish.priceShare) / 50_000) * 50_000 || null,
        requiredPapers: wish.papers,
        destinationCountry: wish.country,
        destinationRegency: null,
        destinationPlace: wish.place,
        language: wish.language,
        neededBy: new Date(now.getTime() + 75 * DAY).toISOString().slice(0, 10),
        note: null,
      },
      boothSlug: wish.host,
      productSlug: goods.slug,
      locale,
      token: newId(),
    })
    if (outcome.kind !== 'stated') throw new Error(`the sample's need was not stated: ${outcome.kind}`)
    return outcome.needId
  }

  /**
   * Asks on `asked` to meet about `days` days from now, on a published time; in the evening, which no
   * pesantren publishes, where it has none or is meant to be asked.
   */
  async function ask(
    wish: Wish,
    needId: string,
    asked: Date,
    days: number,
    evening = false,
  ): Promise<string> {
    const context = at(asked, wish.company)
    const goods = await goodsOf(db, bySlug.get(wish.host)?.id ?? '', wish.shelf)
    const near = new Date(now.getTime() + days * DAY)
    const from = near.toISOString().slice(0, 10)
    const week = await findTimes(context, { boothSlug: wish.host, needId, meetingId: null, from })
    const published = evening ? undefined : week.days.flatMap((day) => day.slots)[0]?.startsAt
    const outcome = await bookMeeting(context, {
      needId,
      boothSlug: wish.host,
      productId: goods.id,
      startsAt: published ?? new Date(Math.floor(near.getTime() / DAY) * DAY + EVENING),
      note: null,
      token: newId(),
    })
    if (!('meetingId' in outcome)) throw new Error(`the sample's meeting was not made: ${outcome.kind}`)
    return outcome.meetingId
  }

  /** Its version and state now. */
  async function current(id: string) {
    const [row] = await db
      .select({ version: meeting.version, state: meeting.state, startsAt: meeting.startsAt })
      .from(meeting)
      .where(eq(meeting.id, id))
    if (!row) throw new Error('the sample lost a meeting')
    return row
  }

  /** Booked, whatever the booth's open times: where it was only asked for, the booth says yes. */
  async function agree(wish: Wish, needId: string, asked: Date, days: number): Promise<string> {
    const id = await ask(wish, needId, asked, days)
    const { state, version } = await current(id)
    if (state === 'requested') {
      await acceptMeeting(at(new Date(asked.getTime() + 5 * HOUR), wish.host), { meetingId: id, version })
    }
    return id
  }

  const syrup: Wish = {
    company: 'grosir-pasundan-4',
    host: 'darul-muttaqin-3',
    shelf: 0,
    orders: 6,
    priceShare: 1.04,
    papers: [],
    country: 'ID',
    place: null,
    language: 'id',
  }
  const first = await want(syrup, ago(24))
  const held = await agree(syrup, first, ago(22), -12)
  const after = new Date((await current(held)).startsAt.getTime() + 2 * HOUR)
  await tellOutcome(at(after, 'grosir-pasundan-4'), {
    meetingId: held,
    version: null,
    fields: { kind: 'order', promisedMinor: 1_250_000_000, nextStep: null, nextStepOn: null },
  })

  const second: Wish = { ...syrup, host: 'darul-maarif-5', orders: 3, priceShare: 0.97 }
  await agree(second, await want(second, ago(3)), ago(2), 6)

  const dubai: Wish = {
    ...syrup,
    company: 'nakhla-foods-07',
    shelf: 1,
    orders: 4,
    country: 'SA',
    place: 'جدة',
    language: 'en',
  }
  const abroad = await want(dubai, ago(1))
  await ask(dubai, abroad, new Date(now.getTime() - 6 * HOUR), 5, true)
  const maarif: Wish = { ...dubai, host: 'darul-maarif-5', shelf: 0, orders: 2 }
  await agree(maarif, await want(maarif, ago(15)), ago(14), -3)

  const istanbul: Wish = {
    ...dubai,
    company: 'marmara-pantry-08',
    country: 'TR',
    place: 'Istanbul',
    shelf: 0,
  }
  const proposed = await agree(istanbul, await want(istanbul, ago(4)), ago(3), 8)
  const { version, startsAt } = await current(proposed)
  await moveMeeting(at(ago(1), 'darul-muttaqin-3'), {
    meetingId: proposed,
    version,
    startsAt: new Date(startsAt.getTime() + DAY),
  })
  const called: Wish = { ...istanbul, host: 'darul-maarif-5', shelf: 1 }
  const off = await agree(called, await want(called, ago(9)), ago(8), 4)
  await cancelMeeting(at(ago(2), 'darul-maarif-5'), {
    meetingId: off,
    version: (await current(off)).version,
    reason: 'Panen mundur dua minggu. Kami kabari bila stok siap.',
  })
  const past: Wish = { ...syrup, shelf: 1, orders: 2 }
  const closed = await want(past, ago(40))
  const declined = await ask(past, closed, ago(30), -20, true)
  await declineMeeting(at(ago(29), 'darul-muttaqin-3'), {
    meetingId: declined,
    version: (await current(declined)).version,
    reason: 'Kapasitas bulan itu sudah penuh.',
  })
  await closeNeed(at(ago(10), 'grosir-pasundan-4'), { needId: closed })
  await demonstrateMessages(db, newId)
  await dropEvents(db)
}

/** What the parties would have been told, as demonstrations: in nobody's inbox, for the organiser to look at. */
async function demonstrateMessages(db: Database, newId: () => string): Promise<void> {
  const events = await db
    .select({ id: meetingEvent.id, meetingId: meetingEvent.meetingId, at: meetingEvent.createdAt })
    .from(meetingEvent)
    .innerJoin(meeting, eq(meeting.id, meetingEvent.meetingId))
    .where(eq(meeting.isSample, true))
    .orderBy(asc(meetingEvent.id))
  for (const { id, meetingId, at } of events) {
    const context = {
      db,
      search: noSearch,
      storage: noStorage,
      actor: { kind: 'system' as const },
      now: at,
      newId,
    }
    await tellMeeting(context, { meetingId, eventId: id })
  }
}

/** The events have been told above: nothing is left to deliver. */
async function dropEvents(db: Database): Promise<void> {
  await db.execute(sql`
    with gone as (
      delete from outbox using meeting
      where topic = 'meeting.changed' and payload ->> 'meetingId' = meeting.id::text and meeting.is_sample
      returning outbox.id)
    select graphile_worker.remove_job('outbox:' || id) from gone`)
}

function ownerOf(slug: Company | Host, organisationId: string, organisationKind: OrganisationKind): Actor {
  const email = SAMPLE_ACCOUNTS.find(({ key }) => key === PEOPLE[slug])?.email
  return {
    kind: 'person',
    personId: sampleId(`person:${email}`),
    organisationId,
    memberships: [
      { organisationId, organisationKind, role: 'owner', isSample: true, verification: 'verified' },
    ],
  }
}

/** The goods at a place on a booth's shelf (the last one where it has fewer), with their lowest tier's price. */
async function goodsOf(db: Database, organisationId: string, shelf: number) {
  const rows = await db
    .select({
      id: product.id,
      slug: product.slug,
      name: product.name,
      field: product.field,
      unit: product.unit,
      minimumOrder: product.minimumOrder,
      priceMinor: priceTier.unitPriceMinor,
    })
    .from(product)
    .innerJoin(
      priceTier,
      and(eq(priceTier.productId, product.id), eq(priceTier.minimumQuantity, product.minimumOrder)),
    )
    .where(and(eq(product.organisationId, organisationId), eq(product.state, 'published')))
    .orderBy(asc(product.position))
  const goods = rows[shelf] ?? rows.at(-1)
  if (!goods) throw new Error('a booth of the sample has no goods')
  return goods
}
