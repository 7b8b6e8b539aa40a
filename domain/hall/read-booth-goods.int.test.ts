import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { createTestHall, fillTestHall, type TestHall } from '~/test/setup/test-hall'
import { MOST_GOODS, readBoothGoods } from './read-booth-goods.server'
import { readShard } from './read-shard.server'

const { organisation, participation, product } = schema

let it: TestHall
beforeAll(async () => {
  it = await createTestHall()
  await fillTestHall(it)
  await it.addBooth('tiga-0', 3, 0, 12)
  await it.addBooth('tiga-1', 3, 1, 0)
})
afterAll(() => it.database.drop())

describe('the goods of a booth in the hall', () => {
  test('come in two queries, in the order of the shelf: the first three are the pictures in the booth', async () => {
    const { result, queries } = await it.counted(() =>
      readBoothGoods(it.context(), { slug: 'dua-0', locale: 'ar' }),
    )
    expect(queries).toBe(2)
    expect(result.more).toBe(false)
    expect(result.goods.map(({ name }) => name)).toEqual(
      [0, 1, 2, 3, 4].map((position) => ({ text: `قهوة ${position}`, lang: 'ar' })),
    )
    const { shard } = await readShard(it.context(), { edition: 'aula', pavilion: 2, version: 'any' })
    const pictures = shard.booths.find(({ slug }) => slug === 'dua-0')?.drawings
    expect(result.goods.slice(0, 3).map(({ drawing }) => drawing)).toEqual(pictures)
  })

  test('are no more than a booth can show, and none where the shelf is empty or hidden', async () => {
    const many = await readBoothGoods(it.context(), { slug: 'tiga-0', locale: 'id' })
    expect(many.goods).toHaveLength(MOST_GOODS)
    expect(many.more).toBe(true)
    expect(await readBoothGoods(it.context(), { slug: 'tiga-1', locale: 'id' })).toEqual({
      slug: 'tiga-1',
      goods: [],
      more: false,
    })
    await it.db.update(product).set({ state: 'hidden' }).where(eq(product.slug, 'dua-1-0'))
    const { goods } = await readBoothGoods(it.context(), { slug: 'dua-1', locale: 'en' })
    expect(goods.map(({ slug }) => slug)).toEqual(['dua-1-1', 'dua-1-2', 'dua-1-3', 'dua-1-4'])
  })

  test('are nobody’s that is closed, not verified, not in the open hall, or not there at all', async () => {
    const closed = it.organisationId('satu-1')
    await it.db
      .update(participation)
      .set({ closedAt: it.context().now })
      .where(eq(participation.organisationId, closed))
    await it.db
      .update(organisation)
      .set({ verification: 'rejected' })
      .where(eq(organisation.id, it.organisationId('satu-2')))
    for (const slug of ['satu-1', 'satu-2', 'tidak-ada', 'Not A Slug'])
      await expect(readBoothGoods(it.context(), { slug, locale: 'id' })).rejects.toMatchObject({
        code: 'not-found',
      })
  })
})
