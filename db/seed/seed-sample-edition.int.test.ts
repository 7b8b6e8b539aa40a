import { verifyPassword } from 'better-auth/crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDuplicates } from '~/domain/organisation/list-duplicates.server'
import { drawSvg, isDrawingKind } from '~/domain/product/drawing'
import { parseDrawingSpec } from '~/domain/product/drawing-spec'
import { newId } from '~/domain/shared/ids'
import { actorFor } from '~/test/setup/actors'
import { visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { seat } from '../schema/availability'
import { meeting, meetingEvent, meetingParticipant } from '../schema/meeting'
import { need } from '../schema/need'
import { organisation } from '../schema/organisation'
import { person } from '../schema/person'
import { priceTier } from '../schema/price-tier'
import { product } from '../schema/product'
import { sampleId } from './chance'
import { readRegions } from './regions.server'
import { readReportedParticipants } from './reported-participants.server'
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD, samplePeople } from './sample-accounts'
import { planSampleEdition } from './sample-edition'
import { countBooths, seedSampleEdition } from './seed-sample-edition.server'

const BOOTHS = 120
let one: TestDatabase
let other: TestDatabase

beforeAll(async () => {
  one = await createTestDatabase()
  other = await createTestDatabase()
  await seedSampleEdition(one.connection.db, { booths: BOOTHS })
  await seedSampleEdition(other.connection.db, { booths: BOOTHS })
})
afterAll(async () => {
  await one.drop()
  await other.drop()
})

const TABLES = [
  'province',
  'regency',
  'district',
  'edition',
  'organisation',
  'pavilion',
  'participation',
  'product',
  'price_tier',
  'certificate',
  'meeting_setting',
  'seat',
  'open_time',
  'meeting_place',
  'person',
  'account',
  'membership',
  'shipping_rate',
  'transfer_account',
  'exchange_rate',
]

/** A checksum of each table's rows, in whatever order they lie. */
async function fingerprint(database: TestDatabase): Promise<Record<string, string>> {
  const sums: Record<string, string> = {}
  for (const table of TABLES) {
    const [row] = await database.connection.db.execute<{ sum: string }>(
      sql`select md5(string_agg(md5(t::text), '' order by md5(t::text))) as sum from ${sql.identifier(table)} t`,
    )
    sums[table] = row?.sum ?? ''
  }
  return sums
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

async function count(query: ReturnType<typeof sql>): Promise<number> {
  const [row] = await one.connection.db.execute<{ n: number }>(sql`select count(*)::int as n from ${query} x`)
  return row?.n ?? -1
}

describe('the sample edition', () => {
  it('holds West Java’s regions and as many booths as were asked for', async () => {
    expect(await count(sql`(select from regency)`)).toBe(27)
    expect(await count(sql`(select from district)`)).toBe(627)
    expect(await countBooths(one.connection.db)).toBe(BOOTHS)
    expect(await count(sql`(select from pavilion)`)).toBe(27)
    expect(
      await count(sql`(select from organisation where kind = 'offtaker' and verification = 'verified')`),
    ).toBe(12)
    expect(await count(sql`(select from organisation where kind = 'organiser')`)).toBe(2)
    expect(await count(sql`(select from organisation where kind = 'organiser' and not is_sample)`)).toBe(1)
  })

  it('has applicants in each state, a pesantren that is registered twice, and a claim, none of them in the hall', async () => {
    const { db } = one.connection
    const states = await db.execute<{ state: string; n: number }>(
      sql`select verification as state, count(*)::int as n from organisation where verification <> 'verified' group by 1 order by 1`,
    )
    expect([...states]).toEqual([
      { state: 'asked-back', n: 1 },
      { state: 'pending', n: 4 },
      { state: 'rejected', n: 1 },
    ])
    expect(await count(sql`(select from organisation_claim where is_sample and state = 'pending')`)).toBe(1)
    expect(
      await count(sql`(select from participation p join organisation o on o.id = p.organisation_id
        where o.verification <> 'verified')`),
    ).toBe(0)
    const organiser = actorFor(sampleId('organisation:panitia-opop-01'), 'organiser', { isSample: true })
    const context = { ...visitorContext(one), actor: organiser }
    const { rows } = await listDuplicates(context, { kind: 'pesantren', page: 1 })
    expect(rows.map(({ one: { name }, other }) => [name, other.name].sort())).toContainEqual([
      'Hidayatul Mubtadiin 4',
      'PP Hidayatul Mubtadien 4',
    ])
  })

  it('is the same in every database', async () => {
    const first = await fingerprint(one)
    expect(Object.values(first).every((sum) => sum.length === 32)).toBe(true)
    expect(await fingerprint(other)).toEqual(first)
  })

  it('changes nothing when it is there already, whatever size is asked for', async () => {
    const before = await fingerprint(one)
    const { db } = one.connection
    expect(await seedSampleEdition(db, { booths: BOOTHS })).toEqual({ outcome: 'unchanged', booths: BOOTHS })
    expect(await seedSampleEdition(db, { booths: 60 })).toEqual({ outcome: 'other-size', booths: BOOTHS })
    expect(await fingerprint(one)).toEqual(before)
    await expect(seedSampleEdition(db, { booths: 5019 })).rejects.toThrow(RangeError)
  })

  it('tells the sample’s bearers of one name apart in both scripts', async () => {
    const rows = await one.connection.db.query.organisation.findMany({
      where: (row, { and, eq }) =>
        and(eq(row.isSample, true), eq(row.kind, 'pesantren'), eq(row.verification, 'verified')),
    })
    const arabic = rows.map((row) => row.nameArabic)
    expect(new Set(arabic).size).toBe(rows.length)
    for (const { name, nameArabic } of rows) {
      expect(nameArabic).toMatch(/^[\u0600-\u06ff ]+ \d+$/)
      expect(nameArabic?.split(' ').at(-1)).toBe(name.split(' ').at(-1))
    }
  })

  it('says of real participants only what was reported', async () => {
    const real = await one.connection.db.query.organisation.findMany({
      where: (row, { and, eq }) => and(eq(row.isSample, false), eq(row.kind, 'pesantren')),
    })
    expect(real).toHaveLength(31)
    for (const row of real) {
      const { nameArabic, districtCode, story, spokenLanguages, hasExported, whatsappE164 } = row
      expect({ nameArabic, districtCode, story, spokenLanguages, hasExported, whatsappE164 }).toEqual({
        nameArabic: null,
        districtCode: null,
        story: null,
        spokenLanguages: null,
        hasExported: null,
        whatsappE164: null,
      })
      expect(row.reportedSources?.length).toBeGreaterThan(0)
    }
    const alIttifaq = real.find((row) => row.slug === 'al-ittifaq')
    expect(alIttifaq?.field).toBe('pertanian')
    expect(alIttifaq?.reportedProducts).toContain('kentang, wortel')
    expect(real.find((row) => row.slug === 'gelar')?.field).toBeNull()
    expect(
      await count(
        sql`(select from product p join organisation o on o.id = p.organisation_id where not o.is_sample)`,
      ),
    ).toBe(0)
    expect(
      await count(
        sql`(select from certificate c join organisation o on o.id = c.organisation_id where not o.is_sample)`,
      ),
    ).toBe(0)
  })

  it('keeps awards with their year and source, in the year’s edition and on the sign', async () => {
    const rows = await one.connection.db.execute<{
      slug: string
      award: string
      year: number
      source: string
    }>(
      sql`select e.slug, p.award, p.award_year as year, p.award_source as source
        from participation p join edition e on e.id = p.edition_id join organisation o on o.id = p.organisation_id
        where o.slug = 'thoriiqul-jannah' order by e.slug`,
    )
    const won = { award: 'Juara provinsi', year: 2021, source: 'ANTARA 2021; Kompas 2022-04-18' }
    expect([...rows]).toEqual([
      { slug: 'jawa-barat', ...won },
      { slug: 'opop-2021', ...won },
    ])
    expect(await count(sql`(select from participation where is_sample and award is not null)`)).toBe(0)
  })

  it('marks everything invented, with a number in the name and no phone', async () => {
    expect(
      await count(
        sql`(select from organisation where is_sample and (whatsapp_e164 is not null or name !~ ' [0-9]+$'))`,
      ),
    ).toBe(0)
    for (const table of ['product', 'certificate', 'participation']) {
      const owned = sql`(select from ${sql.identifier(table)} t join organisation o on o.id = t.organisation_id
        where o.is_sample <> t.is_sample)`
      expect(await count(owned), table).toBe(0)
    }
    expect(await count(sql`(select from person where not is_sample or phone_e164 is not null)`)).toBe(0)
    expect(await count(sql`(select from person where email !~ '[.]example$' or name !~ ' [0-9]+$')`)).toBe(0)
    const mixed = sql`(select from membership m join organisation o on o.id = m.organisation_id where not o.is_sample)`
    expect(await count(mixed)).toBe(0)
    expect(await count(sql`(select from outbox)`)).toBe(0)
  })

  it('fills slots from 0 without a gap, winners in front, with a quarter to spare', async () => {
    const rows = await one.connection.db.execute<{
      n: number
      last: number
      spare: number
      firstSample: number
      lastAward: number
    }>(
      sql`select count(*)::int as n, max(slot) as last, v.slot_count as spare,
          coalesce(min(slot) filter (where p.is_sample), 9999) as "firstSample",
          coalesce(max(slot) filter (where p.award is not null), -1) as "lastAward"
        from pavilion v join participation p on p.edition_id = v.edition_id and p.pavilion_number = v.number
        group by v.number, v.slot_count`,
    )
    expect(rows.length).toBeGreaterThan(20)
    for (const row of rows) {
      expect(row.last).toBe(row.n - 1)
      expect(row.spare % 8).toBe(0)
      expect(row.spare).toBeGreaterThanOrEqual(row.n * 1.25)
      expect(row.lastAward).toBeLessThan(row.firstSample)
    }
  })

  it('gives booths two to four different goods, each complete in three languages', async () => {
    const products = await one.connection.db.select().from(product)
    const booths = groupBy(products, (row) => row.organisationId)
    expect(booths.size).toBe(
      await count(
        sql`(select from organisation where is_sample and kind = 'pesantren' and verification = 'verified')`,
      ),
    )
    for (const goods of booths.values()) {
      expect(goods.length).toBeGreaterThanOrEqual(2)
      expect(goods.length).toBeLessThanOrEqual(4)
      expect(new Set(goods.map((row) => row.name.id)).size).toBe(goods.length)
    }
    for (const row of products) {
      for (const text of [row.name, row.description]) {
        expect(text?.id).toMatch(/^[A-Z]/)
        expect(text?.en).toMatch(/^[A-Z]/)
        expect(text?.ar).toMatch(/^[\u0600-\u06ff]/)
      }
      const spec = parseDrawingSpec(row.drawing)
      expect(spec && isDrawingKind(spec.kind) && drawSvg(spec).length > 500, row.drawing).toBe(true)
      expect(row.monthlyCapacity).toBeGreaterThanOrEqual(row.minimumOrder ?? 0)
      expect(row.promisedCapacity).toBeLessThanOrEqual(row.monthlyCapacity ?? 0)
      expect((row.minimumOrder ?? 0) % (row.orderMultiple ?? 1)).toBe(0)
      expect(row.name.id?.toUpperCase()).toContain(spec?.word)
    }
  })

  it('has in stock nothing of what is made to order, and else enough for one order', async () => {
    const products = await one.connection.db.select().from(product)
    const stocked = products.filter((row) => row.stock !== null)
    expect(stocked.length).toBeGreaterThan(products.length / 10)
    for (const row of stocked) {
      expect(row.madeToOrder).toBe(false)
      expect(row.field).not.toBe('jasa')
      expect(row.stock).toBeGreaterThanOrEqual(row.minimumOrder ?? 0)
      expect((row.stock ?? 0) % (row.orderMultiple ?? 1)).toBe(0)
    }
  })

  it('has shipped abroad only what keeps and isn’t alive', async () => {
    const shipped = sql`(select from product where incoterm = 'FOB'
      and (hs_code is null or coalesce(shelf_life_days, 365) <= 60 or hs_code ~ '^(01|0301|06)'))`
    expect(await count(shipped)).toBe(0)
    expect(await count(sql`(select from organisation where has_exported)`)).toBeGreaterThan(0)
  })

  it('prices every product in tiers that get cheaper, from the minimum order on', async () => {
    const tiers = await one.connection.db.select().from(priceTier)
    const byProduct = groupBy(tiers, (row) => row.productId)
    const products = await one.connection.db.select().from(product)
    for (const row of products) {
      const own = (byProduct.get(row.id) ?? []).toSorted((a, b) => a.minimumQuantity - b.minimumQuantity)
      expect(own.length).toBeGreaterThan(0)
      expect(own[0]?.minimumQuantity).toBe(row.minimumOrder)
      for (const [at, tier] of own.entries()) {
        expect(tier.minimumQuantity % (row.orderMultiple ?? 1)).toBe(0)
        if (at > 0) expect(tier.minimumQuantity).toBeLessThanOrEqual(row.monthlyCapacity ?? 0)
        expect(tier.unitPriceMinor % 5000).toBe(0)
        expect(tier.unitPriceMinor).toBeLessThan(own[at - 1]?.unitPriceMinor ?? Number.POSITIVE_INFINITY)
      }
    }
  })

  it('numbers papers in their form, and only those that are given out', async () => {
    const forms = {
      halal: /^ID\d{17}$/,
      pirt: /^\d{13}-\d{2}$/,
      bpom: /^(MD\d{12}|NA\d{11})$/,
      nib: /^\d{13}$/,
    }
    const papers = await one.connection.db.query.certificate.findMany()
    expect(new Set(papers.map((row) => row.state))).toEqual(new Set(['applied', 'declared', 'verified']))
    for (const row of papers) {
      if (row.state === 'applied') expect(row.number).toBeNull()
      else if (row.kind in forms) expect(row.number).toMatch(forms[row.kind as keyof typeof forms])
    }
  })
})

describe('the sample accounts', () => {
  it('are of every role, in an edition of ten booths too, and their password is the one that is told', async () => {
    const { persons, memberships } = samplePeople(
      planSampleEdition(10, await readRegions(), await readReportedParticipants()).organisations,
    )
    expect(persons).toHaveLength(SAMPLE_ACCOUNTS.length)
    expect(memberships).toHaveLength(SAMPLE_ACCOUNTS.reduce((sum, row) => sum + row.memberships.length, 0))
    const roles = await one.connection.db.execute<{ kind: string; role: string }>(
      sql`select distinct o.kind, m.role from membership m join organisation o on o.id = m.organisation_id order by 1, 2`,
    )
    expect(roles.map(({ kind, role }) => `${kind} ${role}`)).toEqual([
      'buyer owner',
      'offtaker member',
      'offtaker owner',
      'organiser member',
      'pesantren editor',
      'pesantren member',
      'pesantren owner',
    ])
    const [row] = await one.connection.db.query.account.findMany({ limit: 1 })
    expect(await verifyPassword({ hash: row?.password ?? '', password: SAMPLE_PASSWORD })).toBe(true)
    expect(await verifyPassword({ hash: row?.password ?? '', password: `${SAMPLE_PASSWORD}x` })).toBe(false)
  })

  it('have a seat in every company', async () => {
    const without = sql`(select from organisation o where o.is_sample and o.kind in ('offtaker','buyer')
      and not exists (select from seat s where s.organisation_id = o.id and s.number = 1))`
    expect(await count(without)).toBe(0)
  })
})

describe('replacing an edition', () => {
  /** A need of the first organisation of a kind, as sample or real. */
  async function stateNeed(database: TestDatabase, isSample: boolean): Promise<string> {
    const { db } = database.connection
    const company = await db.query.organisation.findFirst({
      where: (row, { eq }) => eq(row.kind, 'offtaker'),
    })
    const id = newId()
    await db.insert(need).values({
      id,
      organisationId: company?.id ?? '',
      field: 'minuman',
      productWords: 'kopi',
      locale: 'id',
      language: 'id',
      monthlyVolume: 300,
      unit: 'kg',
      isSample,
    })
    return id
  }

  it('takes the sample away with what was made in it, and never what is real', async () => {
    const { db } = other.connection
    const needId = await stateNeed(other, true)
    const host = await db.query.seat.findFirst()
    const guest = await db.query.need.findFirst()
    const hold = {
      meetingId: newId(),
      startsAt: new Date('2026-11-25T02:00:00Z'),
      endsAt: new Date('2026-11-25T02:20:00Z'),
      occupies: true,
      seat: 1,
    }
    const { meetingId, startsAt, endsAt, occupies } = hold
    await db.transaction(async (tx) => {
      await tx.insert(meeting).values({
        id: meetingId,
        needId,
        state: 'booked',
        occupies,
        startsAt,
        endsAt,
        way: 'whatsapp',
        language: 'id',
        agenda: {
          productWords: 'kopi',
          productName: null,
          monthlyVolume: 300,
          unit: 'kg',
          targetPriceMinor: null,
          requiredPapers: [],
          destinationCountry: 'ID',
          destinationPlace: null,
          neededBy: null,
          reasons: [],
          note: null,
        },
        isInstant: true,
        isSample: true,
      })
      await tx.insert(meetingParticipant).values([
        { ...hold, organisationId: host?.organisationId ?? '', side: 'host' },
        { ...hold, organisationId: guest?.organisationId ?? '', side: 'guest' },
      ])
      await tx.insert(meetingEvent).values({ meetingId, kind: 'booked', toState: 'booked' })
    })
    const replaced = await seedSampleEdition(db, { booths: 30, replace: true })
    expect(replaced).toMatchObject({ outcome: 'seeded', booths: 30 })
    expect(await countBooths(db)).toBe(30)
    // What stands there now is the new edition's own.
    expect(await db.$count(meeting, eq(meeting.id, meetingId))).toBe(0)
    expect(await db.$count(meetingEvent, eq(meetingEvent.meetingId, meetingId))).toBe(0)
    expect(await db.$count(need, eq(need.id, needId))).toBe(0)

    const id = '01a00000-0000-7000-8000-000000000001'
    await db.insert(organisation).values({ id, kind: 'pesantren', slug: 'a-real-one', name: 'A real one' })
    const refused = await seedSampleEdition(db, { booths: 40, replace: true })
    expect(refused).toEqual({ outcome: 'real-data', booths: 30 })
    expect(await countBooths(db)).toBe(30)
    await db.delete(organisation).where(eq(organisation.id, id))
  })

  it.each([
    ['a need', (database: TestDatabase) => stateNeed(database, false), need],
    [
      'a person',
      ({ connection: { db } }: TestDatabase) => db.insert(person).values({ id: newId(), name: 'A real one' }),
      person,
    ],
    [
      'somebody who acts for a reported participant',
      async ({ connection: { db } }: TestDatabase) => {
        const real = await db.query.organisation.findFirst({
          where: (row, { eq }) => eq(row.isSample, false),
        })
        await db.insert(seat).values({ organisationId: real?.id ?? '', number: 1 })
      },
      null,
    ],
  ] as const)('is refused where %s is real', async (_, make, table) => {
    const { db } = other.connection
    await make(other)
    expect(await seedSampleEdition(db, { booths: 40, replace: true })).toMatchObject({ outcome: 'real-data' })
    if (table) await db.delete(table).where(eq(table.isSample, false))
  })
})
