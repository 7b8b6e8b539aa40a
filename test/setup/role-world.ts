import { schema } from '~/db/schema'
import { bookMeeting } from '~/domain/meeting/book-meeting.server'
import type { Actor } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { addCompany, addPerson } from './actors'
import { openMeetingHall, type Side } from './meeting-hall'

type Person = Extract<Actor, { kind: 'person' }>

export const ROLES = ['visitor', 'buyer', 'offtaker', 'pesantren', 'editor', 'reader', 'organiser'] as const
export type Role = (typeof ROLES)[number]
/** 'other' belongs to organisations that the role has nothing to do with; 'none' is nobody's. */
export const WHOSE = ['own', 'other', 'none'] as const
export type Whose = (typeof WHOSE)[number]

/** What an address or a form can name. */
export interface Things {
  need: string
  meeting: string
  draft: string
  booth: string
  product: string
  organisation: string
  /** Of samples, paid: the company's from the pesantren. */
  order: string
  /** What its pesantren gave against a dispute of it, with a picture (EVIDENCE_PICTURE). */
  evidence: string
}

/** Key in the store of the one picture that was given against disputes. */
export const EVIDENCE_PICTURE = 'parcels/role-world.webp'

export interface RoleWorld {
  hall: Awaited<ReturnType<typeof openMeetingHall>>
  /** Null: a visitor. */
  actors: Record<Role, Person | null>
  things: Record<Role, Record<Whose, Things>>
}

const nothing = (): Things => ({
  need: newId(),
  meeting: newId(),
  draft: newId(),
  booth: 'tidak-ada',
  product: 'tidak-ada',
  organisation: newId(),
  order: newId(),
  evidence: newId(),
})

/**
 * Two companies, each with a need and a meeting with a pesantren of its own; both pesantren with a draft, a
 * need and goods; an editor of the first pesantren and somebody who only reads for it; the organiser.
 */
export async function openRoleWorld(): Promise<RoleWorld> {
  const hall = await openMeetingHall()
  const { database } = hall
  const { db } = database.connection

  async function pair(kind: 'buyer' | 'offtaker', clock: string) {
    const host = await hall.host()
    const slug = `${kind}-company`
    const id = await addCompany(database, kind, slug)
    const guest: Side = { id, slug, name: slug, actor: await addPerson(database, id, kind) }
    const need = await hall.need(guest)
    // From now on, whenever the test runs: the web has the real clock.
    const day = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)
    const outcome = await bookMeeting(hall.as(guest, new Date()), {
      needId: need,
      boothSlug: host.slug,
      productId: null,
      startsAt: hall.at(clock, day),
      note: null,
      token: newId(),
    })
    if (!('meetingId' in outcome)) throw new Error(outcome.kind)
    const draft = newId()
    await db.insert(schema.product).values({
      id: draft,
      organisationId: host.id,
      slug: `draft-${host.slug}`,
      state: 'draft',
      name: { id: 'Rancangan' },
      field: 'pertanian',
      kind: 'honey',
      drawing: 'honey.indigo.sand.MADU.0',
      unit: 'jar',
    })
    const order = newId()
    await db.insert(schema.sampleOrder).values({
      id: order,
      organisationId: host.id,
      buyerPersonId: guest.actor.personId,
      buyerOrganisationId: guest.id,
      state: 'paid',
      way: 'free',
      locale: 'id',
      itemsMinor: 0,
      shippingMinor: 0,
      totalMinor: 0,
      delivery: 'hand-over',
      weightGrams: 100,
      paidAt: hall.context.now,
    })
    const evidence = newId()
    await db.insert(schema.disputeEvidence).values({
      id: evidence,
      orderId: order,
      disputeId: 'dp_role',
      text: 'Dikirim',
      pictureKey: EVIDENCE_PICTURE,
      createdAt: hall.context.now,
    })
    const shared = {
      order,
      evidence,
      meeting: outcome.meetingId,
      draft,
      booth: host.slug,
      product: `madu-${host.slug}`,
    }
    return {
      guest,
      host,
      ofGuest: { ...shared, need, organisation: guest.id },
      ofHost: { ...shared, need: await hall.need(host), organisation: host.id },
    }
  }

  const one = await pair('offtaker', '09:00')
  const two = await pair('buyer', '09:25')
  // 'host-2', with whom nobody has met yet.
  await hall.host()
  const none = nothing()
  if (hall.organiser.kind !== 'person') throw new Error('the organiser is somebody')
  return {
    hall,
    actors: {
      visitor: null,
      buyer: two.guest.actor,
      offtaker: one.guest.actor,
      pesantren: one.host.actor,
      editor: await addPerson(database, one.host.id, 'pesantren', 'editor'),
      reader: await addPerson(database, one.host.id, 'pesantren', 'member'),
      organiser: hall.organiser,
    },
    things: {
      visitor: { own: none, other: one.ofGuest, none },
      buyer: { own: two.ofGuest, other: one.ofGuest, none },
      offtaker: { own: one.ofGuest, other: two.ofGuest, none },
      pesantren: { own: one.ofHost, other: two.ofHost, none },
      editor: { own: one.ofHost, other: two.ofHost, none },
      reader: { own: one.ofHost, other: two.ofHost, none },
      organiser: {
        own: { ...none, organisation: hall.organiser.organisationId ?? '' },
        other: one.ofGuest,
        none,
      },
    },
  }
}
