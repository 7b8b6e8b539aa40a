import { schema } from '~/db/schema'
import { findMatches } from '~/domain/need/find-matches.server'
import type { Actor, Context } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { openPostgresSearch } from '~/search/engines/postgres.server'
import { actorFor, addCompany } from './actors'
import { openSmallHall } from './small-hall'
import { createTestDatabase } from './test-database'
import { noStorage } from './test-storage'

type SmallHall = Awaited<ReturnType<typeof openSmallHall>>

/** A hall with a company that looks for rice, and makers of it as a test adds them. */
export async function createMatchHall() {
  let queries = 0
  const now = new Date('2026-11-22T03:00:00Z')
  const database = await createTestDatabase({ onQuery: () => queries++ })
  const { db } = database.connection
  const hall = await openSmallHall(database)
  const search = openPostgresSearch(db)
  const company = await addCompany(database, 'offtaker', 'pasar-segar')
  const actor = actorFor(company, 'offtaker')
  const booths = new Map<string, string>()

  const as = (who: Actor = actor): Context => ({ db, search, storage: noStorage, actor: who, now, newId })
  const find = (needId: string, page = 1, who?: Actor) => findMatches(as(who), { needId, page })

  return {
    database,
    db,
    search,
    company,
    actor,
    now,
    as,
    find,
    boothOf: (slug: string) => booths.get(slug) ?? '',
    /** A pesantren with a booth and one product: 400 kg of rice a month, unless said otherwise. */
    async maker(
      slug: string,
      product: Parameters<SmallHall['product']>[2] = {},
      organisation: Parameters<SmallHall['booth']>[2] = {},
      participation: Parameters<SmallHall['booth']>[3] = {},
    ): Promise<string> {
      const id = await hall.booth(slug, booths.size, organisation, participation)
      booths.set(slug, id)
      return hall.product(id, `beras-${slug}`, {
        name: { id: 'Beras pandan wangi' },
        unit: 'kg',
        monthlyCapacity: 400,
        minimumOrder: 20,
        isSample: organisation.isSample ?? false,
        ...product,
      })
    },
    /** The company's need: 300 kg of rice a month, unless said otherwise. */
    async need(change: Partial<typeof schema.need.$inferInsert> = {}): Promise<string> {
      const id = newId()
      await db.insert(schema.need).values({
        id,
        organisationId: company,
        field: 'pertanian',
        productWords: 'beras pandan wangi',
        locale: 'id',
        monthlyVolume: 300,
        unit: 'kg',
        language: 'id',
        ...change,
      })
      return id
    },
    /** `find` with the number of statements that it sends. */
    async counted(needId: string) {
      queries = 0
      const found = await find(needId)
      return { found, queries }
    },
  }
}

export type MatchHall = Awaited<ReturnType<typeof createMatchHall>>

/** The slugs of the booths on a page, in its order. */
export const boothSlugs = (found: Awaited<ReturnType<typeof findMatches>>) =>
  found.matches.matches.map(({ booth }) => booth.slug)
