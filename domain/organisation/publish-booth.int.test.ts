import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { readBoothRows, readProductRows } from '~/search/documents/read-rows.server'
import { actorFor, addPerson } from '~/test/setup/actors'
import { type MeetingHall, openMeetingHall } from '~/test/setup/meeting-hall'
import { readBooth } from '../booth/read-booth.server'
import { readSitemap } from '../edition/read-sitemap.server'
import { readProduct } from '../product/read-product.server'
import type { Context } from '../shared/context'
import type { BoothState } from '../shared/enums'
import { newId } from '../shared/ids'
import { decideApplicant } from './decide-applicant.server'
import { decideBooth } from './decide-booth.server'
import { giveBooth } from './give-booth.server'
import { handInBooth } from './hand-in-booth.server'
import { listBoothsToSee } from './list-booths-to-see.server'
import { readBoothStanding } from './read-booth-standing.server'
import { readBoothToSee } from './read-booth-to-see.server'
import { takeBackBooth } from './take-back-booth.server'

let hall: MeetingHall
let count = 0

beforeAll(async () => {
  hall = await openMeetingHall({ max: 12 })
  await hall.host()
})
afterAll(() => hall.database.drop())

const organiser = () => hall.as({ actor: hall.organiser })

/** A pesantren that no visitor has seen yet, with an owner, a reader and one product. */
async function newcomer(change: Partial<typeof schema.organisation.$inferInsert> = {}) {
  const { db } = hall.database.connection
  const id = newId()
  const slug = `newcomer-${count++}`
  await db.insert(schema.organisation).values({
    id,
    kind: 'pesantren',
    slug,
    name: `Al-Manar ${slug}`,
    regencyCode: '3205',
    field: 'pertanian',
    story: { id: 'Kami menanam kopi.' },
    boothState: 'making',
    ...change,
  })
  const { personId } = await addPerson(hall.database, id, 'pesantren')
  const productId = newId()
  await db.insert(schema.product).values({
    id: productId,
    organisationId: id,
    slug: `${slug}-kopi`,
    state: 'published',
    name: { id: 'Kopi' },
    field: 'pertanian',
    kind: 'coffee',
    drawing: 'coffee',
    unit: 'kg',
    minimumOrder: 1,
  })
  const as = (role: 'owner' | 'member' = 'owner'): Context =>
    hall.as({ actor: actorFor(id, 'pesantren', { personId, role }) })
  const state = async (): Promise<BoothState | undefined> =>
    (await db.select().from(schema.organisation).where(eq(schema.organisation.id, id)))[0]?.boothState
  return { id, slug, product: `${slug}-kopi`, productId, personId, as, state }
}

const seen = async (organisationId: string) => (await readBoothToSee(organiser(), { organisationId })).seen
const booth = (context: Context, slug: string) => readBooth(context, { slug, locale: 'id' })
const product = (context: Context, slug: string) =>
  readProduct(context, { slug, locale: 'id', publicUrl: 'https://expo.example', quantity: null })

async function inSearch({ id, productId }: { id: string; productId: string }): Promise<boolean[]> {
  const { db } = hall.database.connection
  return [
    (await readBoothRows(db, { ids: [id] })).length > 0,
    (await readProductRows(db, { ids: [productId] })).length > 0,
  ]
}

describe('the first publication of a booth', () => {
  it('is handed in, asked back, handed in again, published and placed; visitors see it only then', async () => {
    const one = await newcomer()
    const unseen = { rejects: { code: 'not-found' } }
    await expect(booth(hall.context, one.slug)).rejects.toMatchObject(unseen.rejects)
    await expect(product(hall.context, one.product)).rejects.toMatchObject(unseen.rejects)
    // Its own people and the organiser see it as visitors will.
    expect(await booth(one.as('member'), one.slug)).toMatchObject({ isShown: false, place: null })
    expect(await product(organiser(), one.product)).toMatchObject({ isShown: false })
    const other = await newcomer()
    await expect(booth(other.as(), one.slug)).rejects.toMatchObject(unseen.rejects)
    expect(await readBoothStanding(one.as())).toMatchObject({
      state: 'making',
      gaps: [],
      readyProducts: 1,
      mayWrite: true,
      seen: 0,
    })

    expect(await handInBooth(one.as())).toEqual({ kind: 'done' })
    expect(await handInBooth(one.as())).toEqual({ kind: 'changed', state: 'handed-in' })
    const waiting = await listBoothsToSee(organiser(), { queue: 'handed-in', page: 1 })
    expect(waiting.rows.map(({ organisationId }) => organisationId)).toContain(one.id)
    expect(waiting.counts['handed-in']).toBe(waiting.total)

    const question = 'Bisakah ditambah foto kopinya?'
    expect(
      await decideBooth(organiser(), {
        organisationId: one.id,
        seen: await seen(one.id),
        decision: { kind: 'ask-back', question },
      }),
    ).toEqual({ kind: 'done', booth: null })
    expect(await readBoothStanding(one.as('member'))).toMatchObject({
      state: 'asked-back',
      question,
      mayWrite: false,
    })
    expect(await inSearch(one)).toEqual([false, false])

    expect(await handInBooth(one.as())).toEqual({ kind: 'done' })
    const outbox = await hall.database.connection.db.$count(schema.outbox)
    expect(
      await decideBooth(organiser(), {
        organisationId: one.id,
        seen: await seen(one.id),
        decision: { kind: 'publish' },
      }),
    ).toMatchObject({ kind: 'done', booth: { kind: 'placed', pavilion: 1 } })
    expect(await hall.database.connection.db.$count(schema.outbox)).toBe(outbox + 1)
    expect(await booth(hall.context, one.slug)).toMatchObject({ isShown: true, place: { pavilion: 1 } })
    expect(await product(hall.context, one.product)).toMatchObject({ isShown: true })
    expect(await inSearch(one)).toEqual([true, true])
    const { entries } = await readSitemap(hall.context, { part: 1, perPart: 1000 })
    expect(entries.map(({ path }) => path)).toContain(`/booths/${one.slug}`)
    expect(await readBoothStanding(one.as())).toMatchObject({
      state: 'published',
      pavilion: 1,
      question: null,
    })
    expect((await readBoothStanding(one.as())).history.map(({ kind }) => kind)).toEqual([
      'published',
      'handed-in',
      'asked-back',
      'handed-in',
    ])
    const told = await hall.database.connection.db
      .select({ template: schema.message.template, to: schema.message.personId })
      .from(schema.message)
      .where(eq(schema.message.aboutId, one.id))
      .orderBy(schema.message.createdAt, schema.message.id)
    expect(told).toEqual([
      { template: 'booth-asked-back', to: one.personId },
      { template: 'booth-published', to: one.personId },
    ])
  })

  it('is not asked for before there is something to see, and of nobody who isn’t let in', async () => {
    const bare = await newcomer({ story: null })
    await hall.database.connection.db
      .update(schema.product)
      .set({ state: 'draft' })
      .where(eq(schema.product.id, bare.productId))
    expect(await handInBooth(bare.as())).toEqual({ kind: 'incomplete', gaps: ['no-story', 'no-product'] })
    const waiting = await newcomer({ verification: 'pending' })
    const actor = actorFor(waiting.id, 'pesantren', { personId: waiting.personId, verification: 'pending' })
    expect(await handInBooth(hall.as({ actor }))).toEqual({ kind: 'incomplete', gaps: ['not-verified'] })
    expect(await waiting.state()).toBe('making')
    await expect(handInBooth(bare.as('member'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(handInBooth(hall.context)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('can be taken back before it is decided, and not after', async () => {
    const one = await newcomer()
    await handInBooth(one.as())
    const before = await seen(one.id)
    expect(await takeBackBooth(one.as())).toEqual({ kind: 'done' })
    expect(
      await decideBooth(organiser(), { organisationId: one.id, seen: before, decision: { kind: 'publish' } }),
    ).toEqual({ kind: 'changed', state: 'making' })
    await handInBooth(one.as())
    await decideBooth(organiser(), {
      organisationId: one.id,
      seen: await seen(one.id),
      decision: { kind: 'publish' },
    })
    expect(await takeBackBooth(one.as())).toEqual({ kind: 'changed', state: 'published' })
    expect(await one.state()).toBe('published')
  })

  it('is decided once, and several at the same moment get several places', async () => {
    const many = await Promise.all([1, 2, 3, 4].map(() => newcomer()))
    for (const one of many) await handInBooth(one.as())
    const input = await Promise.all(
      many.map(async ({ id }) => ({
        organisationId: id,
        seen: await seen(id),
        decision: { kind: 'publish' as const },
      })),
    )
    const outcomes = await Promise.all([...input, ...input].map((each) => decideBooth(organiser(), each)))
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(4)
    const slots = outcomes.flatMap((outcome) =>
      outcome.kind === 'done' && outcome.booth?.kind === 'placed' ? [outcome.booth.slot] : [],
    )
    expect(new Set(slots).size).toBe(4)
  })

  it('comes after verification, which places no booth that nobody has seen', async () => {
    const one = await newcomer({ verification: 'pending' })
    const outcome = await decideApplicant(organiser(), {
      organisationId: one.id,
      seen: 0,
      decision: { kind: 'approve' },
    })
    expect(outcome).toEqual({ kind: 'done', booth: null })
    expect(await giveBooth(organiser(), { organisationId: one.id })).toEqual({ kind: 'changed' })
    await expect(booth(hall.context, one.slug)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is the organiser’s alone, of its own kind', async () => {
    const one = await newcomer()
    await handInBooth(one.as())
    const input = {
      organisationId: one.id,
      seen: await seen(one.id),
      decision: { kind: 'publish' as const },
    }
    for (const context of [one.as(), hall.context]) {
      await expect(decideBooth(context, input)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(listBoothsToSee(context, { queue: 'making', page: 1 })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    const sample = await newcomer({ isSample: true })
    await expect(
      decideBooth(organiser(), { ...input, organisationId: sample.id, seen: 0 }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
