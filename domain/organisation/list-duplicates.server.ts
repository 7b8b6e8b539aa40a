import { inArray, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { organisation } from '~/db/schema/organisation'
import { organisationDistinct } from '~/db/schema/organisation-distinct'
import type { JoiningKind, Verification } from '../shared/account-enums'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { type Named, type SimilarPair, similarPairs } from './similar-pairs'

export const DUPLICATES_PER_PAGE = 20

export interface DoubleSide {
  id: string
  name: string
  nameArabic: string | null
  regency: { code: string; name: string } | null
  districtName: string | null
  verification: Verification
  isSample: boolean
  createdAt: Date
}

export interface DuplicateList {
  rows: (Pick<SimilarPair, 'nameScore' | 'sameDistrict' | 'samePhone'> & {
    one: DoubleSide
    other: DoubleSide
  })[]
  page: number
  pages: number
  total: number
}

/** Pairs are looked for anew only when something that they depend on has changed. */
const kept = new WeakMap<Database, Map<string, { of: string; pairs: SimilarPair[] }>>()

/**
 * Pairs of organisations of a kind that are likely to be one, but for those of whom the organiser has said that
 * they aren't. At most four queries; the comparing is bounded (see similar-pairs) and its result kept.
 * @throws AppError 'forbidden' for everybody but the organiser.
 */
export async function listDuplicates(
  context: Context,
  input: { kind: JoiningKind; page: number },
): Promise<DuplicateList> {
  const { isSample } = requireOrganiser(context.actor)
  const { db } = context
  const [pairs, distinct] = await Promise.all([
    readPairs(db, input.kind, isSample),
    db
      .select({ one: organisationDistinct.one, other: organisationDistinct.other })
      .from(organisationDistinct),
  ])
  const said = new Set(distinct.map(({ one, other }) => `${one} ${other}`))
  const open = pairs.filter(({ one, other }) => !said.has(`${one} ${other}`))
  const pages = Math.max(1, Math.ceil(open.length / DUPLICATES_PER_PAGE))
  const page = Math.min(Math.max(1, Math.trunc(input.page) || 1), pages)
  const shown = open.slice((page - 1) * DUPLICATES_PER_PAGE, page * DUPLICATES_PER_PAGE)
  const sides = await readSides(db, [...new Set(shown.flatMap(({ one, other }) => [one, other]))])
  return {
    rows: shown.flatMap(({ one, other, ...why }) => {
      const [first, second] = [sides.get(one), sides.get(other)]
      return first && second ? [{ ...why, one: first, other: second }] : []
    }),
    page,
    pages,
    total: open.length,
  }
}

async function readPairs(db: Database, kind: JoiningKind, isSample: boolean): Promise<SimilarPair[]> {
  const [stamp] = await db.execute<{ of: string }>(sql`
    select concat_ws('|', count(*), max(o.updated_at), (select count(*) from membership),
      (select max(updated_at) from person), count(*) filter (where o.verification in ('closed', 'rejected'))) as of
    from organisation o where o.kind = ${kind} and o.is_sample = ${isSample}`)
  const memory = kept.get(db) ?? new Map<string, { of: string; pairs: SimilarPair[] }>()
  kept.set(db, memory)
  const key = `${kind} ${isSample}`
  const known = memory.get(key)
  if (known && stamp && known.of === stamp.of) return known.pairs
  // Numbers stay in the database: what stands for them tells only whether two are the same.
  const rows = await db.execute<Named & Record<string, unknown>>(sql`
    select o.id, o.name, o.name_arabic as "nameArabic", o.regency_code as "regencyCode",
      o.district_code as "districtCode",
      array(select distinct md5(n) from (
        select o.whatsapp_e164 as n union all
        select p.phone_e164 from membership m join person p on p.id = m.person_id
        where m.organisation_id = o.id) numbers where n is not null) as "phoneKeys"
    from organisation o
    where o.kind = ${kind} and o.is_sample = ${isSample} and o.verification not in ('closed', 'rejected')`)
  const pairs = similarPairs(rows)
  memory.set(key, { of: stamp?.of ?? '', pairs })
  return pairs
}

async function readSides(db: Database, ids: readonly string[]): Promise<Map<string, DoubleSide>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: organisation.id,
      name: organisation.name,
      nameArabic: organisation.nameArabic,
      regency: sql<DoubleSide['regency']>`(select json_build_object('code', r.code, 'name', r.name)
        from regency r where r.code = organisation.regency_code)`,
      districtName: sql<
        string | null
      >`(select d.name from district d where d.code = organisation.district_code)`,
      verification: organisation.verification,
      isSample: organisation.isSample,
      createdAt: organisation.createdAt,
    })
    .from(organisation)
    .where(inArray(organisation.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}
