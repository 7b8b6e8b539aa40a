import { sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import type { Transaction } from '~/db/transaction.server'
import { LIKELY, nameKey, similarKeys } from '../organisation/similar-names'
import type { OrganisationKind } from './enums'

export interface SimilarWish {
  name: string
  nameArabic?: string | null
  /** Null: not known; then all of the kind are compared. */
  regencyCode: string | null
  districtCode: string | null
  /** One, or several. */
  phoneE164: string | readonly string[] | null
  isSample: boolean
  /** Of the same kind only; 'pesantren' unless said. */
  kind?: OrganisationKind
  /** Left out: the one that is asked about. */
  exceptId?: string
  limit: number
}

export interface SimilarOrganisation {
  id: string
  slug: string
  name: string
  nameArabic: string | null
  regencyCode: string | null
  regencyName: string | null
  districtCode: string | null
  districtName: string | null
  verification: string
  /** 0 to 1, see domain/organisation/similar-names. */
  nameScore: number
  sameDistrict: boolean
  sameRegency: boolean
  /** Only whether: numbers stay here. */
  samePhone: boolean
}

/** In one district a name needs less likeness: 'Al-Furqon' and 'Al-Furqon Hantara'. */
const LIKELY_IN_DISTRICT = 0.66

/** More than any regency has; without a regency all of West Java's pesantren. */
const MOST_COMPARED = 12_000

interface Row extends Omit<SimilarOrganisation, 'nameScore' | 'sameDistrict' | 'sameRegency'> {
  [key: string]: unknown
}

/** Whether two are likely to be one: what the organiser, and somebody who joins, is shown. */
export function isLikelySame({
  nameScore,
  sameDistrict,
  samePhone,
}: Pick<SimilarOrganisation, 'nameScore' | 'sameDistrict' | 'samePhone'>): boolean {
  return samePhone || nameScore >= (sameDistrict ? LIKELY_IN_DISTRICT : LIKELY)
}

/**
 * Organisations that somebody may mean by this name, the likeliest first: those of the regency (or of none)
 * by name, and wherever they are by WhatsApp number, also by that of a member. Merged and rejected ones are
 * left out. Never gives a number away. One query.
 */
export async function findSimilar(
  db: Database | Transaction,
  wish: SimilarWish,
): Promise<SimilarOrganisation[]> {
  const { regencyCode, districtCode } = wish
  const phones = [wish.phoneE164 ?? []].flat()
  const samePhone =
    phones.length > 0
      ? sql`(coalesce(o.whatsapp_e164 in ${phones}, false) or o.id in (
          select m.organisation_id from membership m join person p on p.id = m.person_id
          where p.phone_e164 in ${phones}))`
      : sql`false`
  const near = regencyCode
    ? sql`(o.regency_code = ${regencyCode} or o.regency_code is null or ${samePhone})`
    : sql`true`
  const rows = await db.execute<Row>(sql`
    select o.id, o.slug, o.name, o.name_arabic as "nameArabic", o.regency_code as "regencyCode",
      r.name as "regencyName", o.district_code as "districtCode", d.name as "districtName", o.verification,
      ${samePhone} as "samePhone"
    from organisation o
    left join regency r on r.code = o.regency_code
    left join district d on d.code = o.district_code
    where o.kind = ${wish.kind ?? 'pesantren'} and o.is_sample = ${wish.isSample}
      and o.verification not in ('closed', 'rejected')
      and o.id is distinct from ${wish.exceptId ?? null}::uuid and ${near}
    order by o.id limit ${MOST_COMPARED}`)
  const latin = nameKey(wish.name)
  const arabic = wish.nameArabic ? nameKey(wish.nameArabic) : null
  return rows
    .map((row) => ({
      ...row,
      nameScore: Math.max(
        similarKeys(latin, nameKey(row.name)),
        arabic && row.nameArabic ? similarKeys(arabic, nameKey(row.nameArabic)) : 0,
      ),
      sameDistrict: districtCode !== null && row.districtCode === districtCode,
      sameRegency: regencyCode !== null && row.regencyCode === regencyCode,
    }))
    .filter(isLikelySame)
    .sort(
      (one, other) =>
        Number(other.samePhone) - Number(one.samePhone) ||
        other.nameScore - one.nameScore ||
        Number(other.sameDistrict) - Number(one.sameDistrict) ||
        (one.id < other.id ? -1 : 1),
    )
    .slice(0, wish.limit)
}
