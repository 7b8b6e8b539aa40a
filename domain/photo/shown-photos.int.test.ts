import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { readBoothDocuments } from '~/search/documents/read-documents.server'
import { createTestHall, fillTestHall, type TestHall } from '~/test/setup/test-hall'
import { readBooth } from '../booth/read-booth.server'
import { openHall } from '../hall/open-hall.server'
import { readBoothGoods } from '../hall/read-booth-goods.server'
import { readProduct } from '../product/read-product.server'
import { newId } from '../shared/ids'

let it: TestHall
const hash = (letter: string) => letter.repeat(64)
const READY = { state: 'ready' as const, masterHash: hash('0'), width: 1200, height: 800 }

/** The booth's own: two to be seen. Its first product: one to be seen, one each of what isn't. */
beforeAll(async () => {
  it = await createTestHall()
  await fillTestHall(it)
  const organisationId = it.organisationId('dua-0')
  const products = await it.db.query.product.findMany({
    where: (product, { eq }) => eq(product.slug, 'dua-0-0'),
  })
  const productId = products[0]?.id ?? ''
  const row = (more: Partial<typeof schema.photo.$inferInsert>) => ({ id: newId(), organisationId, ...more })
  await it.db
    .insert(schema.photo)
    .values([
      row({ ...READY, hash: hash('b'), position: 1, alt: { id: 'Kebun' } }),
      row({ ...READY, hash: hash('a'), position: 0 }),
      row({ ...READY, hash: hash('c'), productId, position: 3, alt: { id: 'Kopi', ar: 'قهوة' } }),
      row({ ...READY, hash: hash('d'), productId, position: 0, removedAt: new Date() }),
      row({ state: 'waiting', productId, position: 1 }),
      row({ state: 'refused', problem: 'broken', productId, position: 2 }),
    ])
})
afterAll(() => it.database.drop())

describe('photographs that anybody sees', () => {
  test('are those of the booth on its page, in their order, and of its goods on its shelf', async () => {
    const booth = await readBooth(it.context(), { slug: 'dua-0', locale: 'ar' })
    expect(booth.photos).toEqual([
      { hash: hash('a'), width: 1200, height: 800, alt: null, isSample: false },
      { hash: hash('b'), width: 1200, height: 800, alt: { text: 'Kebun', lang: 'id' }, isSample: false },
    ])
    expect(booth.products[0]?.photo).toEqual({ hash: hash('c'), width: 1200, height: 800 })
    expect(booth.products[1]).not.toHaveProperty('photo')
  })

  test('are no more than the ready ones that nobody has taken out', async () => {
    const product = await readProduct(it.context(), {
      slug: 'dua-0-0',
      locale: 'ar',
      publicUrl: 'https://x.example',
      quantity: null,
    })
    expect(product.photos.map((one) => [one.hash, one.alt?.text])).toEqual([[hash('c'), 'قهوة']])
  })

  test('stand where a drawing stood in the hall and its list', async () => {
    const hall = await openHall(it.context(), {
      locale: 'id',
      query: { pavilion: null, page: null, booth: 'dua-0' },
    })
    const entry = hall?.booths.find(({ slug }) => slug === 'dua-0')
    expect(entry?.photo).toEqual({ hash: hash('c'), width: 1200, height: 800 })
    expect(hall?.booths.find(({ slug }) => slug !== 'dua-0')).not.toHaveProperty('photo')
    const { goods } = await readBoothGoods(it.context(), { slug: 'dua-0', locale: 'id' })
    expect(goods.map(({ photo }) => photo?.hash)).toEqual([
      hash('c'),
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  test('are in the search: the booth’s own first, then those of its goods', async () => {
    const { documents } = await readBoothDocuments(it.db, it.organisationId('dua-0'), new Date())
    const booth = documents.find(({ kind }) => kind === 'booth')
    expect(booth?.photos?.map((photo) => photo.hash)).toEqual([hash('a'), hash('c')])
    expect(documents.find(({ slug }) => slug === 'dua-0-0')?.photos).toEqual([
      { hash: hash('c'), width: 1200, height: 800 },
    ])
    expect(documents.find(({ slug }) => slug === 'dua-0-1')).not.toHaveProperty('photos')
  })
})
