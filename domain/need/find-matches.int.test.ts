import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { schema } from '~/db/schema'
import { actorFor, addCompany } from '~/test/setup/actors'
import { boothSlugs, createMatchHall, type MatchHall } from '~/test/setup/match-hall'
import { rebuildSearch } from '../edition/rebuild-search.server'
import { AppError } from '../shared/app-error'
import { newId } from '../shared/ids'
import { findMatches } from './find-matches.server'

let hall: MatchHall
beforeAll(async () => {
  hall = await createMatchHall()
  await hall.maker('cukup', { monthlyCapacity: 500, promisedCapacity: 100 })
  await hall.maker('sebagian', { monthlyCapacity: 150 })
  await hall.maker('terikat', { monthlyCapacity: 300, promisedCapacity: 300 })
  await hall.maker('botol', { unit: 'bottle' })
  await hall.maker('contoh', {}, { isSample: true })
  await hall.maker('tutup', {}, {}, { closedAt: new Date('2026-10-01T00:00:00Z') })
  await hall.maker('konsep', { state: 'draft' })
  await hall.maker('tersembunyi', { state: 'hidden' })
  // Of the field, but other goods: a page's tail, and never worth a count of its own.
  await hall.maker('jagung', { name: { id: 'Jagung pipil' } })
  await hall.maker('jagung-terikat', {
    name: { id: 'Jagung manis' },
    monthlyCapacity: 10,
    promisedCapacity: 10,
  })
  // Found by the search alone: another field, and partly in another language.
  await hall.maker('olahan', {
    name: { en: 'Fragrant rice, pandan wangi' },
    field: 'makanan-olahan-nabati',
  })
  await rebuildSearch({ ...hall.as(), actor: { kind: 'system' } })
})
afterAll(() => hall.database.drop())

describe('whose need it is', () => {
  it('its company reads and changes it, the organiser only reads', async () => {
    const needId = await hall.need()
    expect((await hall.find(needId)).need).toMatchObject({ id: needId, isMine: true })
    const organiser = await addCompany(hall.database, 'organiser', 'opop')
    expect((await hall.find(needId, 1, actorFor(organiser, 'organiser'))).need.isMine).toBe(false)
  })
  it("somebody else's is not found, as one that isn't there", async () => {
    const other = await addCompany(hall.database, 'offtaker', 'lain')
    const needId = await hall.need()
    for (const [id, who] of [
      [needId, actorFor(other, 'offtaker')],
      [needId, actorFor(hall.boothOf('cukup'), 'pesantren')],
      [newId(), hall.actor],
      ["' or true", hall.actor],
    ] as const) {
      await expect(hall.find(id, 1, who)).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(hall.find(needId, 1, { kind: 'visitor' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('who is matched', () => {
  it('published goods of open booths, real with real, best first', async () => {
    const found = await hall.find(await hall.need())
    expect(boothSlugs(found)).toEqual(['cukup', 'olahan', 'sebagian', 'jagung'])
    expect(found.matches).toMatchObject({ total: 4, page: 1, pages: 1 })
    const [first] = found.matches.matches
    expect(first).toMatchObject({
      productSlug: 'beras-cukup',
      free: 400,
      isAbout: false,
      isSample: false,
      meeting: null,
      booth: { name: 'Pesantren cukup', regency: { code: '3205', name: 'Garut' } },
    })
    expect(first?.reasons).toContainEqual({
      criterion: 'volume',
      tone: 'good',
      code: 'capacity-covers',
      free: 400,
      needed: 300,
      unit: 'kg',
    })
    expect(first?.byCriterion.reduce((sum, { most }) => sum + most, 0)).toBe(100)
  })
  it('sample goods answer sample needs only', async () => {
    const sampleCompany = await addCompany(hall.database, 'offtaker', 'contoh-1', { isSample: true })
    const needId = await hall.need({ organisationId: sampleCompany, isSample: true })
    const found = await hall.find(needId, 1, actorFor(sampleCompany, 'offtaker', { isSample: true }))
    expect(boothSlugs(found)).toEqual(['contoh'])
    expect(found.matches.matches[0]?.isSample).toBe(true)
  })
  it('those that name the goods and are kept out are counted by the rule', async () => {
    const { left } = (await hall.find(await hall.need())).matches
    expect(left).toEqual([
      { because: 'other-unit', count: 1, examples: [{ slug: 'botol', name: 'Pesantren botol' }] },
      { because: 'capacity-taken', count: 1, examples: [{ slug: 'terikat', name: 'Pesantren terikat' }] },
    ])
  })
  it('what a pesantren needs, it is not offered by itself', async () => {
    const needId = await hall.need({ organisationId: hall.boothOf('cukup') })
    expect(
      boothSlugs(await hall.find(needId, 1, actorFor(hall.boothOf('cukup'), 'pesantren'))),
    ).not.toContain('cukup')
  })
  it('words in another language and misspelt ones are found', async () => {
    const found = await hall.find(await hall.need({ productWords: 'fragrnat rice', locale: 'en' }))
    expect(boothSlugs(found)[0]).toBe('olahan')
    const [, rice] = found.matches.matches
    expect(rice?.reasons).toContainEqual({
      criterion: 'product',
      tone: 'short',
      code: 'product-partly-named',
      missing: ['fragrnat'],
    })
  })
  it('still those of its field while the search cannot answer', async () => {
    const broken = {
      ...hall.search,
      search: () => Promise.reject(new AppError('unavailable')),
    }
    const found = await findMatches({ ...hall.as(), search: broken }, { needId: await hall.need(), page: 1 })
    expect(boothSlugs(found)).toEqual(['cukup', 'sebagian', 'jagung'])
  })
  it('nobody: an empty page, and no error', async () => {
    const found = await hall.find(
      await hall.need({ requiredPapers: ['sni'], field: 'elektronik', productWords: 'lampu' }),
    )
    expect(found.matches).toEqual({ matches: [], group: null, page: 1, pages: 1, total: 0, left: [] })
  })
})

test('a paper that has run out does not count, one that runs out tomorrow does', async () => {
  const paper = {
    id: newId(),
    organisationId: hall.boothOf('cukup'),
    kind: 'halal' as const,
    state: 'verified' as const,
    verifiedAt: new Date('2026-01-01T00:00:00Z'),
    expiresOn: '2026-11-21',
  }
  const { db } = hall
  await db.insert(schema.certificate).values(paper)
  const needId = await hall.need({ requiredPapers: ['halal-verified'] })
  const before = await hall.find(needId)
  expect(before.matches.total).toBe(0)
  expect(before.matches.left.find(({ because }) => because === 'paper-missing')?.count).toBe(3)
  await db
    .update(schema.certificate)
    .set({ expiresOn: '2026-11-23' })
    .where(eq(schema.certificate.id, paper.id))
  const found = await hall.find(needId)
  expect(boothSlugs(found)).toEqual(['cukup'])
  await db.delete(schema.certificate).where(eq(schema.certificate.id, paper.id))
})

describe('the booth from whose page it was stated', () => {
  it('keeps its place, and is marked', async () => {
    const found = await hall.find(await hall.need({ aboutOrganisationId: hall.boothOf('sebagian') }))
    expect(boothSlugs(found)).toEqual(['cukup', 'olahan', 'sebagian', 'jagung'])
    expect(found.matches.matches.map(({ isAbout }) => isAbout)).toEqual([false, false, true, false])
  })
  it('is told first among those left out, whatever its goods', async () => {
    const found = await hall.find(await hall.need({ aboutOrganisationId: hall.boothOf('jagung-terikat') }))
    expect(found.matches.left[0]).toMatchObject({
      because: 'capacity-taken',
      count: 2,
      examples: [{ slug: 'jagung-terikat' }, { slug: 'terikat' }],
    })
  })
})
