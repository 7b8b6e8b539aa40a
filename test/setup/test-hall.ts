import type { Database } from '~/db/client.server'
import { schema } from '~/db/schema'
import { newId } from '~/domain/shared/ids'
import { createTestDatabase, type TestDatabase } from './test-database'

const { edition, organisation, participation, pavilion, product, province, regency } = schema

export interface TestHall {
  database: TestDatabase
  db: Database
  editionId: string
  /** Every call is a later moment, so that nothing that was read a second ago answers. */
  context(): { db: Database; now: Date }
  /** Runs `work` and counts the SQL statements that it sends. */
  counted<T>(work: () => Promise<T>): Promise<{ result: T; queries: number }>
  addBooth(slug: string, pavilionNumber: number, slot: number, goods?: number): Promise<void>
  organisationId(slug: string): string
}

/** A database of a test file's own without an edition; `fillTestHall` opens one. */
export async function createTestHall(): Promise<TestHall> {
  let queries = 0
  let clock = Date.parse('2026-11-22T03:00:00Z')
  const database = await createTestDatabase({ onQuery: () => queries++ })
  const { db } = database.connection
  const editionId = newId()
  const organisations = new Map<string, string>()

  async function addBooth(slug: string, number: number, slot: number, goods = 2): Promise<void> {
    const id = newId()
    organisations.set(slug, id)
    await db.insert(organisation).values({
      id,
      kind: 'pesantren',
      slug,
      name: `Al-Ittihad ${slug}`,
      nameArabic: 'الاتحاد',
      regencyCode: `320${number}`,
      field: 'minuman',
      isSample: true,
    })
    await db
      .insert(participation)
      .values({ id: newId(), editionId, organisationId: id, pavilionNumber: number, slot, isSample: true })
    if (goods === 0) return
    await db.insert(product).values(
      Array.from({ length: goods }, (_, position) => ({
        id: newId(),
        organisationId: id,
        slug: `${slug}-${position}`,
        state: 'published' as const,
        position,
        name: { id: `Kopi ${position}`, en: `Coffee ${position}`, ar: `قهوة ${position}` },
        field: 'minuman' as const,
        kind: 'coffee',
        drawing: `coffee.coal.clay.KOPI.${position}`,
        unit: 'kg' as const,
        isSample: true,
      })),
    )
  }

  return {
    database,
    db,
    editionId,
    context: () => {
      clock += 60_000
      return { db, now: new Date(clock) }
    },
    async counted(work) {
      queries = 0
      const result = await work()
      return { result, queries }
    },
    addBooth,
    organisationId: (slug) => organisations.get(slug) ?? '',
  }
}

/** Opens an edition with three pavilions: 30 booths with two goods each, 3 with five, and none. */
export async function fillTestHall({ db, editionId, addBooth }: TestHall): Promise<void> {
  await db.insert(province).values({ code: '32', name: 'Jawa Barat' })
  await db.insert(regency).values([
    { code: '3201', provinceCode: '32', kind: 'kabupaten', name: 'Bogor' },
    { code: '3202', provinceCode: '32', kind: 'kabupaten', name: 'Sukabumi' },
    { code: '3203', provinceCode: '32', kind: 'kabupaten', name: 'Cianjur' },
  ])
  await db.insert(edition).values({
    id: editionId,
    slug: 'aula',
    name: { id: 'Aula sepanjang tahun', en: 'All-year hall' },
    provinceCode: '32',
    startsOn: '2026-01-01',
    isOpen: true,
  })
  await db.insert(pavilion).values(
    [1, 2, 3].map((number) => ({
      editionId,
      number,
      regencyCode: `320${number}`,
      slotCount: 60,
      motif: 'megamendung',
      roof: 'julang-ngapak',
      colour: '#35234d',
      accent: '#e3ae55',
    })),
  )
  for (let slot = 0; slot < 30; slot++) await addBooth(`satu-${slot}`, 1, slot)
  for (let slot = 0; slot < 3; slot++) await addBooth(`dua-${slot}`, 2, slot, 5)
}
