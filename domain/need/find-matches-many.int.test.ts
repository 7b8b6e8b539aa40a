import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { boothSlugs, createMatchHall, type MatchHall } from '~/test/setup/match-hall'
import { newId } from '../shared/ids'

let hall: MatchHall
beforeAll(async () => {
  hall = await createMatchHall()
})
afterAll(() => hall.database.drop())

const FIELD = { field: 'perikanan', productWords: 'lele' } as const
async function addMakers(from: number, count: number) {
  const { db } = hall
  const rows = Array.from({ length: count }, (_, at) => ({ number: from + at, id: newId() }))
  await db.insert(schema.organisation).values(
    rows.map(({ number, id }) => ({
      id,
      kind: 'pesantren' as const,
      slug: `lele-${number}`,
      name: `Lele ${number}`,
      regencyCode: '3205',
    })),
  )
  await db.insert(schema.product).values(
    rows.map(({ number, id }) => ({
      id: newId(),
      organisationId: id,
      slug: `ikan-lele-${number}`,
      state: 'published' as const,
      name: { id: 'Ikan lele segar' },
      field: 'perikanan' as const,
      kind: 'fish',
      drawing: 'fish.indigo.sand.LELE.0',
      unit: 'kg' as const,
      // The higher the number, the more of the need it covers.
      monthlyCapacity: number + 1,
    })),
  )
}
it('as many queries for five hundred as for ten, and page by page each once', async () => {
  await addMakers(0, 10)
  const needId = await hall.need({ ...FIELD, monthlyVolume: 1_000 })
  const few = await hall.counted(needId)
  expect(few.found.matches).toMatchObject({ total: 10, pages: 1 })
  await addMakers(10, 490)
  const many = await hall.counted(needId)
  expect(many.queries).toBe(few.queries)
  expect(many.queries).toBeLessThanOrEqual(9)
  // The cap cuts the tail, not the head: the largest are all there, in their order.
  expect(boothSlugs(many.found)).toEqual(Array.from({ length: 10 }, (_, at) => `lele-${499 - at}`))

  const { pages, total } = many.found.matches
  const asked = [1, 2, 3, pages]
  const shown = (await Promise.all(asked.map((page) => hall.find(needId, page)))).flatMap(boothSlugs)
  expect(new Set(shown).size).toBe(30 + (total % 10 || 10))
  expect(new Set(shown).size).toBe(shown.length)
  expect((await hall.find(needId, pages + 5)).matches.page).toBe(pages)
  expect((await hall.find(needId, Number.NaN)).matches.page).toBe(1)
})

it('a booth that it is about stands on top of the first page, be it the last of all', async () => {
  const [last] = await hall.db
    .select({ id: schema.organisation.id })
    .from(schema.organisation)
    .where(eq(schema.organisation.slug, 'lele-0'))
  const needId = await hall.need({ ...FIELD, monthlyVolume: 1_000, aboutOrganisationId: last?.id ?? null })
  const found = await hall.find(needId)
  expect(boothSlugs(found).slice(0, 2)).toEqual(['lele-0', 'lele-499'])
  expect(found.matches.matches).toHaveLength(11)
  expect(found.matches.matches[0]?.isAbout).toBe(true)
  expect(boothSlugs(await hall.find(needId, found.matches.pages)).at(-1)).toBe('lele-0')
})
