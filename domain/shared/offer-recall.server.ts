import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { schema } from '~/db/schema'
import type { Transaction } from '~/db/transaction.server'
import type { Demand } from '~/matching/offer'
import { WEIGHTS } from '~/matching/weights'
import type { QueryTerm } from '~/search/query-terms'
import { notClosed } from './not-closed.server'
import { kindsOfPaper } from './offer-papers'

const { certificate, organisation, priceTier, product } = schema

/** Whose offers may answer a need, and which of them are sure to be looked at. */
export interface OfferRecall {
  demand: Demand
  /** What the need's words ask for, with synonyms (see search/query-terms). */
  terms: readonly QueryTerm[]
  /** Sample needs are answered by sample pesantren only, real ones by real ones. */
  isSample: boolean
  /** Whose need it is: nobody is offered one's own goods. */
  ownOrganisationId: string
  /** Products that the search found: its typos and its other fields of business. */
  foundIds: readonly string[]
  /** The booth from whose page the need was stated: all its goods are candidates, whatever they are. */
  aboutOrganisationId: string | null
  /** ISO date: papers that ran out before it don't count. */
  today: string
}

/** How many candidates are read in full at most, in three groups by what a rough look says of them. */
export const MOST_CANDIDATES = {
  /** They name the goods and seem to pass the hard rules. */
  fit: 350,
  /** They name the goods, but a hard rule seems to keep them out: read to be counted with the reason. */
  barred: 250,
  /** They only are of the need's field. */
  sameField: 40,
} as const
export type CandidateGroup = keyof typeof MOST_CANDIDATES

/**
 * The ids of the products that are judged for a need: those that the search found for its words and those of
 * its field of business, published, of booths that aren't closed. Where a group has more than it may, a rough
 * sum of the heaviest criteria (words of the name, volume, lowest price) decides in SQL, over all of them.
 * One query.
 *
 * What that loses: in a group beyond its cap, offers that languages, nearness, lead time, papers or a better
 * tier would have lifted from below the cap. They are the tail: with 15,000 products the first ten are those
 * without caps for nearly every need (`npm run bench -- offers` says for how many). Counts of the barred stop at
 * their cap. Words in fields other than the need's, in descriptions and misspelt ones are looked for by the
 * search alone, which wants all of them.
 */
export async function recallProductIds(
  db: Database | Transaction,
  recall: OfferRecall,
  caps: Record<CandidateGroup, number> = MOST_CANDIDATES,
): Promise<string[]> {
  const { demand, terms, aboutOrganisationId } = recall
  const about = sql`coalesce(${organisation.id} = ${aboutOrganisationId}::uuid, false)`
  const free = sql`(${product.monthlyCapacity} - ${product.promisedCapacity})`
  const rows = await db.execute<{ id: string }>(sql`
    with found as materialized (
      select jsonb_array_elements_text(${JSON.stringify(recall.foundIds)}::jsonb)::uuid as id
    ), goods as (
      -- One by one, so that each is found by an index of its own.
      select * from ${product} where ${product.field} = ${demand.field} and ${product.state} = 'published'
      union all
      select * from ${product} where ${product.field} <> ${demand.field} and ${product.state} = 'published'
        and ${product.id} in (select id from found)
      union all
      select * from ${product} where ${product.field} <> ${demand.field} and ${product.state} = 'published'
        and ${product.organisationId} = ${aboutOrganisationId}::uuid
        and ${product.id} not in (select id from found)
    ), candidate as materialized (
      select ${product.id} as id, ${about} as about, ${product.id} in (select id from found) as found,
        ${wordShare(terms)} as words, ${rate(demand)} as rate,
        ${product.monthlyCapacity} is null or ${free} > 0 as has_capacity, ${heldPapers(recall)} as has_papers,
        coalesce(greatest(0, least(1, ${free} * ${rate(demand)} / ${demand.monthlyVolume}::float8)), 0.25) as volume
      from goods as ${product} join ${organisation} on ${organisation.id} = ${product.organisationId}
      -- 'offset 0' keeps the text from being put together again for each word.
      cross join lateral (select lower(concat_ws(' ', ${product.name}->>'id', ${product.name}->>'en',
        ${product.name}->>'ar')) as name offset 0) said
      where ${organisation.kind} = 'pesantren' and ${organisation.isSample} = ${recall.isSample}
        and ${organisation.id} <> ${recall.ownOrganisationId} and ${notClosed}
    ), grouped as (
      select *, has_capacity and has_papers and rate is not null as passes,
        case when words = 0 and not found then 'sameField'
          when has_capacity and has_papers and rate is not null then 'fit' else 'barred' end as name
      from candidate
    ), placed as (
      select id, about, name, row_number() over (
        partition by name order by ${WEIGHTS.product}::float8 * words + ${WEIGHTS.volume}::float8 * volume
          + case when name = 'sameField' then 0 else ${WEIGHTS.price}::float8 * ${roughPrice(demand)} end desc, id
      ) as place
      -- A hard rule bars goods that only share the field as well, and nobody counts them.
      from grouped where passes or name = 'barred' or about
    )
    select id from placed
    where about or place <= case name when 'fit' then ${caps.fit}::int when 'barred' then ${caps.barred}::int
      else ${caps.sameField}::int end`)
  return rows.map(({ id }) => id)
}

/** The share of the need's words that stand in the name, 0 to 1. */
function wordShare(terms: readonly QueryTerm[]): SQL {
  const count = terms.reduce((sum, { words }) => sum + words.length, 0)
  if (count === 0) return sql`0::float8`
  const parts = terms.map(({ words, synonyms }) => {
    const phrases = [words.map(({ word }) => word), ...synonyms].map((phrase) =>
      likePattern(phrase.join(' ')),
    )
    const patterns = sql`array[${sql.join(
      phrases.map((phrase) => sql`${phrase}`),
      sql`, `,
    )}]::text[]`
    const share = words.length / count
    return sql`case when said.name like any(${patterns}) then ${share}::float8 else 0 end`
  })
  return sql.join(parts, sql` + `)
}

/**
 * Words are letters and digits only, so nothing needs escaping. Arabic letters that the tokeniser has made
 * one (أ إ آ ا, ة ه, ى ي, ک ك) match any letter.
 */
function likePattern(phrase: string): string {
  return `%${phrase.replace(/[اهيك]/gu, '_')}%`
}

/** How many of the need's units one of the product's is; SQL null: they can't be compared. See matching/reckon. */
function rate({ unit }: Demand): SQL {
  const content: Partial<Record<Demand['unit'], SQL>> = {
    kg: sql`when ${product.netContentUnit} = 'kg' then ${product.netContent}
      when ${product.netContentUnit} = 'g' then ${product.netContent} / 1000`,
    litre: sql`when ${product.netContentUnit} = 'l' then ${product.netContent}
      when ${product.netContentUnit} = 'ml' then ${product.netContent} / 1000`,
    piece: sql`when ${product.netContentUnit} = 'piece' then ${product.netContent}`,
  }
  return sql`(case when ${product.unit} = ${unit} then 1::float8 ${content[unit] ?? sql``} end)`
}

/** Whether each required paper seems to be held; sets of ids that are read once, not once for each product. */
function heldPapers({ demand, today }: OfferRecall): SQL {
  if (demand.requiredPapers.length === 0) return sql`true`
  const conditions = demand.requiredPapers.map((paper) => {
    const kinds = sql.join(
      kindsOfPaper(paper).map((kind) => sql`${kind}`),
      sql`, `,
    )
    const holds = sql`${certificate.kind} in (${kinds})
      and (${certificate.expiresOn} is null or ${certificate.expiresOn} >= ${today}::date)
      and ${paper === 'halal-verified' ? sql`${certificate.state} = 'verified'` : sql`${certificate.state} in ('verified', 'declared')`}`
    return sql`(${product.id} in (select ${certificate.productId} from ${certificate}
        where ${certificate.productId} is not null and ${holds})
      or ${product.organisationId} in (select ${certificate.organisationId} from ${certificate}
        where ${certificate.productId} is null and ${holds}))`
  })
  return sql`(${sql.join(conditions, sql` and `)})`
}

/** The lowest tier against the target; without a target whether a price is stated at all. */
function roughPrice({ targetPriceMinor }: Demand): SQL {
  const lowest = sql`(select min(${priceTier.unitPriceMinor}) from ${priceTier} where ${priceTier.productId} = grouped.id)`
  if (targetPriceMinor === null) return sql`case when ${lowest} is null then 0.3 else 1 end`
  return sql`coalesce(greatest(0, least(1, 1 - (${lowest} / (${targetPriceMinor}::float8 * rate) - 1) / 0.25)), 0.3)`
}
