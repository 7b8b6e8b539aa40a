import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { type MeetingHall, openMeetingHall, type Side } from '~/test/setup/meeting-hall'
import { newId } from '../shared/ids'
import { countVisits } from './count-visits.server'
import { readFigures } from './read-figures.server'
import { readStudioHome } from './read-studio-home.server'
import type { Visit } from './visit-tally'

let hall: MeetingHall
let host: Side
let other: Side

beforeAll(async () => {
  hall = await openMeetingHall()
})
afterAll(() => hall.database.drop())
beforeEach(async () => {
  host = await hall.host()
  other = await hall.host()
})

const db = () => hall.database.connection.db
const visit = (change: Partial<Visit> = {}): Visit => ({
  kind: 'booth',
  slug: host.slug,
  day: '2026-11-20',
  own: [],
  count: 1,
  ...change,
})
const countAll = (visits: Visit[]) => countVisits({ db: db(), actor: { kind: 'system' } }, { visits })
/** At noon of this day in the hall. */
const figures = (side: Side = host, day = '2026-11-22', days: 7 | 30 | 90 = 30) =>
  readFigures({ ...hall.as(side), now: new Date(`${day}T05:00:00Z`) }, { days, locale: 'id' })

async function addProduct(side: Side, slug: string) {
  const id = newId()
  await db()
    .insert(schema.product)
    .values({
      id,
      organisationId: side.id,
      slug,
      state: 'published',
      name: { id: slug },
      field: 'pertanian',
      kind: 'honey',
      drawing: 'honey.coal.clay.MADU.1',
      unit: 'jar',
    })
  return id
}

describe('counting', () => {
  it('adds up by day and kind, whatever comes in one batch or in two', async () => {
    const product = await addProduct(host, `gula-${host.slug}`)
    await countAll([
      visit({ count: 3 }),
      visit({ kind: 'hall', count: 2 }),
      visit({ kind: 'product', slug: `gula-${host.slug}`, count: 5 }),
      visit({ day: '2026-11-21' }),
    ])
    await Promise.all([countAll([visit({ count: 4 })]), countAll([visit({ count: 1, own: [other.id] })])])
    const rows = await db().select().from(schema.visitDay).where(eq(schema.visitDay.organisationId, host.id))
    expect(rows.map(({ organisationId: _, ...row }) => row)).toEqual(
      expect.arrayContaining([
        { day: '2026-11-20', kind: 'booth', productId: null, count: 8 },
        { day: '2026-11-20', kind: 'hall', productId: null, count: 2 },
        { day: '2026-11-20', kind: 'product', productId: product, count: 5 },
        { day: '2026-11-21', kind: 'booth', productId: null, count: 1 },
      ]),
    )
    expect(rows).toHaveLength(4)
  })

  it('leaves out a booth’s own people, and what is not there', async () => {
    await addProduct(host, `kopi-${host.slug}`)
    await countAll([
      visit({ own: [host.id] }),
      visit({ kind: 'product', slug: `kopi-${host.slug}`, own: [other.id, host.id] }),
      visit({ slug: 'nobody-here' }),
      visit({ kind: 'product', slug: 'nothing-here' }),
    ])
    expect(await db().$count(schema.visitDay, eq(schema.visitDay.organisationId, host.id))).toBe(0)
  })

  it('is the system’s alone', async () => {
    await expect(countVisits(hall.as(host), { visits: [visit()] })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('figures', () => {
  it('are by day of the hall’s zone, with inquiries and meetings', async () => {
    await countAll([
      visit({ count: 3 }),
      visit({ kind: 'hall', count: 2 }),
      visit({ day: '2026-10-01', count: 50 }),
    ])
    const ask = (createdAt: string, organisationId = host.id) =>
      db()
        .insert(schema.inquiry)
        .values({
          id: newId(),
          organisationId,
          channel: 'whatsapp',
          locale: 'en',
          page: '/en',
          createdAt: new Date(createdAt),
        })
    // Half an hour apart, and in the hall two days.
    await ask('2026-11-20T16:45:00Z')
    await ask('2026-11-20T17:15:00Z')
    await ask('2026-11-20T12:00:00Z', other.id)
    const shown = await figures()
    expect(shown.byDay).toHaveLength(30)
    expect(shown.byDay.at(-1)).toEqual({
      day: '2026-11-22',
      visits: 0,
      products: 0,
      inquiries: 0,
      meetings: 0,
    })
    expect(shown.byDay.at(-3)).toMatchObject({ day: '2026-11-20', visits: 5, inquiries: 1 })
    expect(shown.byDay.at(-2)).toMatchObject({ day: '2026-11-21', inquiries: 1 })
    expect(shown).toMatchObject({
      totals: { visits: 5, products: 0, inquiries: 2, meetings: 0 },
      hallVisits: 2,
      countedSince: '2026-10-01',
      week: { kind: 'first', now: 5, before: 0, inquiries: 2 },
    })
    expect((await figures(host, '2026-11-22', 90)).totals.visits).toBe(55)
    expect(await figures(host, '2026-11-22', 7)).toMatchObject({ totals: { visits: 5 }, days: 7 })
    expect((await figures(other)).totals).toEqual({ visits: 0, products: 0, inquiries: 1, meetings: 0 })
  })

  it('compares whole weeks: today is not over', async () => {
    await countAll([
      visit({ day: '2026-11-22', count: 500 }),
      visit({ day: '2026-11-21', count: 60 }),
      visit({ day: '2026-11-15', count: 60 }),
      visit({ day: '2026-11-14', count: 20 }),
      visit({ day: '2026-11-08', count: 20 }),
      visit({ day: '2026-11-07', count: 500 }),
    ])
    expect((await figures()).week).toMatchObject({ kind: 'more', now: 120, before: 40 })
    expect((await figures(host, '2026-11-22', 7)).week).toMatchObject({ kind: 'more', now: 120, before: 40 })
  })

  it('name the goods that were looked at most', async () => {
    await addProduct(host, `a-${host.slug}`)
    const b = await addProduct(host, `b-${host.slug}`)
    const c = await addProduct(host, `c-${host.slug}`)
    await countAll([
      visit({ kind: 'product', slug: `b-${host.slug}`, count: 2 }),
      visit({ kind: 'product', slug: `c-${host.slug}`, count: 7 }),
      visit({ kind: 'product', slug: `c-${host.slug}`, count: 70, day: '2026-09-01' }),
    ])
    await db()
      .insert(schema.inquiry)
      .values({
        id: newId(),
        organisationId: host.id,
        productId: b,
        channel: 'whatsapp',
        locale: 'en',
        page: '/en',
        createdAt: new Date('2026-11-20T05:00:00Z'),
      })
    expect((await figures()).products).toEqual([
      { id: c, name: { text: `c-${host.slug}`, lang: 'id' }, views: 7, inquiries: 0 },
      { id: b, name: { text: `b-${host.slug}`, lang: 'id' }, views: 2, inquiries: 1 },
    ])
  })

  it('are for the booth’s own people', async () => {
    const guest = await hall.guest()
    for (const actor of [guest.actor, hall.organiser, { kind: 'visitor' as const }]) {
      await expect(figures({ ...host, actor } as Side)).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

describe('the overview', () => {
  const home = (side: Side = host) =>
    readStudioHome({ ...hall.as(side), now: new Date('2026-11-22T05:00:00Z') })

  it('tells who waits and what comes next', async () => {
    const empty = await home()
    expect(empty).toMatchObject({ slug: host.slug, boothState: 'published', mayWrite: true, photos: 0 })
    expect(empty.waiting).toEqual({ inquiries: 0, requests: 0, outcomes: 0, samples: 0 })
    const ask = (state: 'new' | 'answered') =>
      db()
        .insert(schema.inquiry)
        .values({
          id: newId(),
          organisationId: host.id,
          channel: 'whatsapp',
          locale: 'en',
          page: '/en',
          state,
          createdAt: new Date('2026-11-20T05:00:00Z'),
        })
    await ask('new')
    await ask('answered')
    await countAll([
      visit({ count: 30 }),
      visit({ day: '2026-11-10', count: 30 }),
      visit({ day: '2026-11-22' }),
    ])
    const shown = await home()
    expect(shown).toMatchObject({
      waiting: { inquiries: 1, requests: 0, outcomes: 1 },
      week: { kind: 'alike', now: 30, before: 30, inquiries: 2 },
      next: 'answer-inquiries',
    })
    // As its page of figures says it.
    expect(shown.week).toEqual((await figures()).week)
    expect((await home(other)).waiting.inquiries).toBe(0)
  })

  it('is for the booth’s own people', async () => {
    for (const actor of [(await hall.guest()).actor, hall.organiser, { kind: 'visitor' as const }])
      await expect(home({ ...host, actor } as Side)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
