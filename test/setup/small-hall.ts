import { schema } from '~/db/schema'
import type { Context } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import type { SearchIndex } from '~/search/search-index'
import type { TestDatabase } from './test-database'
import { testStorage } from './test-storage'

type Rows = {
  [T in 'organisation' | 'product' | 'participation']: Partial<(typeof schema)[T]['$inferInsert']>
}

/** For use cases that do not search: one that does fails its test. */
const noSearch = new Proxy({} as SearchIndex, {
  get() {
    throw new Error('this use case should not search')
  },
})

export function visitorContext(database: TestDatabase, now = new Date('2026-11-22T03:00:00Z')): Context {
  return {
    db: database.connection.db,
    search: noSearch,
    storage: testStorage(),
    actor: { kind: 'visitor' },
    now,
    newId,
  }
}

/** A hall with one open edition and one pavilion (Garut), for tests of booths and their goods. */
export async function openSmallHall({ connection: { db } }: TestDatabase) {
  const editionId = newId()
  await db.insert(schema.province).values({ code: '32', name: 'Jawa Barat' })
  await db
    .insert(schema.regency)
    .values({ code: '3205', provinceCode: '32', kind: 'kabupaten', name: 'Garut' })
  await db.insert(schema.edition).values({
    id: editionId,
    slug: 'all-year',
    name: { id: 'Sepanjang tahun' },
    provinceCode: '32',
    startsOn: '2026-01-01',
    isOpen: true,
  })
  await db.insert(schema.pavilion).values({
    editionId,
    number: 1,
    regencyCode: '3205',
    slotCount: 40,
    motif: 'weave',
    roof: 'julang-ngapak',
    colour: '#35234d',
    accent: '#e3ae55',
  })

  return {
    editionId,
    /** A pesantren with a booth at `slot`; null: history only. */
    async booth(
      slug: string,
      slot: number | null,
      organisation: Rows['organisation'] = {},
      participation: Rows['participation'] = {},
    ): Promise<string> {
      const id = newId()
      await db.insert(schema.organisation).values({
        id,
        kind: 'pesantren',
        slug,
        name: `Pesantren ${slug}`,
        regencyCode: '3205',
        ...organisation,
      })
      await db.insert(schema.participation).values({
        id: newId(),
        editionId,
        organisationId: id,
        pavilionNumber: slot === null ? null : 1,
        slot,
        ...participation,
      })
      return id
    },
    /** A published product with three price tiers. */
    async product(organisationId: string, slug: string, product: Rows['product'] = {}): Promise<string> {
      const id = newId()
      await db.insert(schema.product).values({
        id,
        organisationId,
        slug,
        state: 'published',
        name: { id: `Madu ${slug}`, en: `Honey ${slug}`, ar: `عسل ${slug}` },
        field: 'pertanian',
        kind: 'honey',
        drawing: 'honey.indigo.sand.MADU.0',
        unit: 'jar',
        minimumOrder: 48,
        orderMultiple: 12,
        ...product,
      })
      await db.insert(schema.priceTier).values([
        { productId: id, minimumQuantity: 48, unitPriceMinor: 7_800_000 },
        { productId: id, minimumQuantity: 96, unitPriceMinor: 7_400_000 },
        { productId: id, minimumQuantity: 240, unitPriceMinor: 6_950_000 },
      ])
      return id
    },
  }
}
