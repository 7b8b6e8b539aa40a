import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHall, fillTestHall, type TestHall } from '~/test/setup/test-hall'
import { BOOTHS_A_PAGE, openHall } from './open-hall.server'
import { readManifest } from './read-manifest.server'
import { readShard } from './read-shard.server'

const anywhere = { pavilion: null, page: null, at: null, booth: null }

let it: TestHall
beforeAll(async () => {
  it = await createTestHall()
  expect(await openHall(it.context(), { locale: 'id', query: anywhere })).toBeNull()
  await fillTestHall(it)
})
afterAll(() => it.database.drop())

describe('the hall', () => {
  test('lists pavilions with their booths and one page of booths, in two queries', async () => {
    const { result: hall, queries } = await it.counted(() =>
      openHall(it.context(), { locale: 'ar', query: anywhere }),
    )
    expect(queries).toBe(2)
    expect(hall?.edition).toEqual({ slug: 'aula', name: 'All-year hall' })
    expect(hall?.pavilions.map((entry) => [entry.number, entry.regencyName, entry.boothCount])).toEqual([
      [1, 'Bogor', 30],
      [2, 'Sukabumi', 3],
      [3, 'Cianjur', 0],
    ])
    expect(hall).toMatchObject({ pavilion: null, total: 33, page: 1, pages: 2, target: null })
    expect(hall?.booths).toHaveLength(BOOTHS_A_PAGE)
    expect(hall?.booths[0]).toEqual({
      slug: 'satu-0',
      name: 'Al-Ittihad satu-0',
      nameArabic: 'الاتحاد',
      pavilion: 1,
      slot: 0,
      product: { text: 'قهوة 0', lang: 'ar' },
      field: 'minuman',
      drawing: 'coffee.coal.clay.KOPI.0',
      district: null,
      award: false,
      sample: true,
    })
  })

  test('lists one pavilion, also an empty one, and pages stop at the last', async () => {
    const second = await openHall(it.context(), { locale: 'id', query: { ...anywhere, pavilion: 2 } })
    expect(second?.booths.map((booth) => booth.slug)).toEqual(['dua-0', 'dua-1', 'dua-2'])
    expect(second?.total).toBe(3)
    const third = await openHall(it.context(), { locale: 'id', query: { ...anywhere, pavilion: 3, page: 7 } })
    expect(third).toMatchObject({ booths: [], total: 0, page: 1, pages: 1 })
    const last = await openHall(it.context(), { locale: 'id', query: { ...anywhere, page: 99 } })
    expect(last).toMatchObject({ page: 2, pages: 2 })
    expect(last?.booths.at(-1)?.slug).toBe('dua-2')
  })

  test('a pavilion that is not in the hall is not found', async () => {
    await expect(
      openHall(it.context(), { locale: 'id', query: { ...anywhere, pavilion: 4 } }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a booth to be seen brings its pavilion and its page; an unknown one nothing', async () => {
    const { result: hall, queries } = await it.counted(() =>
      openHall(it.context(), { locale: 'id', query: { ...anywhere, booth: 'satu-27' } }),
    )
    expect(queries).toBe(3)
    expect(hall).toMatchObject({
      pavilion: 1,
      page: 2,
      target: { slug: 'satu-27', pavilion: 1, slot: 27 },
    })
    expect(hall?.booths.map((booth) => booth.slug)).toContain('satu-27')
    const unknown = await openHall(it.context(), { locale: 'id', query: { ...anywhere, booth: 'tiada' } })
    expect(unknown).toMatchObject({ pavilion: null, page: 1, target: null })
  })

  test('ten times the booths take no more queries', async () => {
    const { db } = it
    await db.execute(sql`
      with made as (
        insert into organisation (id, kind, slug, name, regency_code, is_sample)
        select gen_random_uuid(), 'pesantren', 'banyak-' || i, 'Banyak ' || i, '3203', true
        from generate_series(0, 329) i returning id, substr(slug, 8)::int as slot
      ), placed as (
        insert into participation (id, edition_id, organisation_id, pavilion_number, slot)
        select gen_random_uuid(), ${it.editionId}, id, 3, slot from made returning organisation_id
      )
      insert into product (id, organisation_id, slug, state, name, field, kind, drawing, unit)
      select gen_random_uuid(), m.id, 'banyak-' || m.slot || '-' || k, 'published', '{"id":"Teh"}', 'minuman', 'tea', 'tea.leaf.mint.TEH.1', 'kg'
      from made m, generate_series(1, 3) k`)
    const hall = await it.counted(() => openHall(it.context(), { locale: 'id', query: anywhere }))
    expect(hall.queries).toBe(2)
    expect(hall.result?.total).toBeGreaterThan(330)
    expect((await it.counted(() => readManifest(it.context()))).queries).toBe(1)
    const shard = await it.counted(() =>
      readShard(it.context(), { edition: 'aula', pavilion: 3, version: 'x' }),
    )
    expect(shard.queries).toBe(1)
    expect(shard.result.shard.booths).toHaveLength(330)
  })
})
