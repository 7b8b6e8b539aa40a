import { type SQL, sql } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { pictureOf, shownPhotos } from './sheet-pictures.server'

const { boothProfile, organisation: o, participation: p, product } = schema

/**
 * What the published shelves say in the hall, hashed; joined to the booths by `organisation_id`.
 * A hash of the content instead of the newest `updated_at`: no writer can forget it, and a row that is
 * deleted or hidden counts too. All of 15,000 products take about 25 ms.
 * @param organisations a query for the ids of the organisations that are wanted; all if left out.
 */
export function shelfHashes(organisations?: SQL): SQL {
  return sql`(
    select ${product.organisationId} as organisation_id,
           sum(jsonb_hash_extended(${product.name}, ${product.position})
             # hashtextextended(${pictureOf(sql`${product.drawing}`)}, ${product.position})) as hash
    from ${product} left join ${shownPhotos} shown on shown.product_id = ${product.id}
    where ${product.state} = 'published'
    ${organisations ? sql`and ${product.organisationId} in (${organisations})` : sql``}
    group by 1
  )`
}

/** What a booth's sign says and how it looks where that is its own; null: all as its name and its pavilion. */
export const ownLook = sql`(
  select jsonb_strip_nulls(jsonb_build_object(
    'signLatin', ${boothProfile.signLatin}, 'signArabic', ${boothProfile.signArabic},
    'motif', ${boothProfile.motif}, 'colour', ${boothProfile.colour}, 'accent', ${boothProfile.accent}))
  from ${boothProfile} where ${boothProfile.organisationId} = ${o.id}
    and num_nonnulls(${boothProfile.signLatin}, ${boothProfile.signArabic}, ${boothProfile.motif},
      ${boothProfile.colour}, ${boothProfile.accent}) > 0)`

/**
 * The version of a pavilion, as an aggregate over its booths: participation joined with organisation and
 * with `shelfHashes()` as `shelf`. It changes with everything that a shard says and with nothing else.
 */
export const pavilionVersion = sql<string>`left(md5(concat(count(*), '|', sum(hashtextextended(
  jsonb_build_array(${p.slot}, ${o.slug}, ${o.name}, ${o.nameArabic}, ${o.field}, ${p.award} is not null, ${o.isSample},
    ${p.closedAt} is not null, case when ${p.closedAt} is null then ${o.reportedProducts} end,
    case when ${p.closedAt} is null then shelf.hash end, ${ownLook})::text, 0)))), 16)`
