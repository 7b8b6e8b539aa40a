import { sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { schema } from '~/db/schema'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { pavilionVersion, shelfHashes } from './pavilion-version.server'
import type { PavilionShard, ShardBooth } from './shard'
import { sheetVersion } from './sheet-version.server'

/** Shards kept in memory for each database: three versions of every pavilion of West Java. */
const KEPT = 81
const kept = new WeakMap<Database, Map<string, PavilionShard>>()

export interface ShardAddress {
  /** The edition's slug. */
  edition: string
  pavilion: number
  version: string
}

export interface FoundShard {
  shard: PavilionShard
  /** Whether the shard is what its address names; else it is the present one under an outdated address. */
  asAddressed: boolean
}

/**
 * The booths of a pavilion as the hall draws them. A version that is known stands for one content for ever,
 * so it comes from memory; any other address gets what is true now, from one query.
 * @throws AppError 'not-found' when there is no such edition or pavilion.
 */
export async function readShard({ db }: Pick<Context, 'db'>, address: ShardAddress): Promise<FoundShard> {
  const memory = kept.get(db) ?? new Map<string, PavilionShard>()
  kept.set(db, memory)
  const remembered = memory.get(keyOf(address))
  if (remembered) return { shard: remembered, asAddressed: true }

  const read = await queryShard(db, address)
  const key = keyOf({ ...address, version: read.version })
  const shard = memory.get(key) ?? read
  // The newest stays longest.
  memory.delete(key)
  memory.set(key, shard)
  for (const oldest of memory.keys()) {
    if (memory.size <= KEPT) break
    memory.delete(oldest)
  }
  return { shard, asAddressed: shard.version === address.version }
}

const keyOf = ({ edition, pavilion, version }: ShardAddress) => `${edition}/${pavilion}/${version}`

async function queryShard(db: Database, address: ShardAddress): Promise<PavilionShard> {
  const { edition: e, organisation: o, participation: p, pavilion, product } = schema
  // Version and booths in one statement: they are of one moment, so the version never lies.
  const rows: unknown[] = await db.execute(sql`
    with booth as (
      select ${p.id} as participation_id, ${p.organisationId} as organisation_id
      from ${p} join ${e} on ${e.id} = ${p.editionId}
      where ${e.slug} = ${address.edition} and ${p.pavilionNumber} = ${address.pavilion}
    ), shelf_product as (
      select ${product.organisationId} as organisation_id, ${product.name} as name, ${product.drawing} as drawing,
             row_number() over (partition by ${product.organisationId}
                                order by ${product.position}, ${product.id}) as place
      from ${product}
      where ${product.organisationId} in (select organisation_id from booth) and ${product.state} = 'published'
    ), goods as (
      select organisation_id, (array_agg(name order by place))[1] as headline,
             array_agg(drawing order by place) as drawings
      from shelf_product where place <= 3 group by 1
    )
    select (
      select ${pavilionVersion}
      from booth
      join ${p} on ${p.id} = booth.participation_id
      join ${o} on ${o.id} = booth.organisation_id
      left join ${shelfHashes(sql`select organisation_id from booth`)} shelf on shelf.organisation_id = booth.organisation_id
    ) as version, (
      select json_agg(json_build_object(
        'slot', ${p.slot}, 'slug', ${o.slug}, 'name', ${o.name}, 'nameArabic', ${o.nameArabic},
        'field', ${o.field},
        'product', coalesce(goods.headline,
          case when ${o.reportedProducts} <> '' then jsonb_build_object('id', ${o.reportedProducts}) end),
        'drawings', coalesce(goods.drawings, '{}'), 'award', ${p.award} is not null,
        'sample', ${o.isSample}, 'closed', ${p.closedAt} is not null) order by ${p.slot})
      from booth
      join ${p} on ${p.id} = booth.participation_id
      join ${o} on ${o.id} = booth.organisation_id
      left join goods on goods.organisation_id = booth.organisation_id
    ) as booths
    from ${pavilion} join ${e} on ${e.id} = ${pavilion.editionId}
    where ${e.slug} = ${address.edition} and ${pavilion.number} = ${address.pavilion}`)
  const found = (rows as { version: string; booths: Omit<ShardBooth, 'sheet'>[] | null }[])[0]
  if (!found) throw new AppError('not-found', 'no such pavilion')
  if (!found.booths) return { pavilion: address.pavilion, version: 'empty', booths: [] }
  const booths = found.booths.map((booth) => ({
    ...booth,
    sheet: booth.closed ? null : sheetVersion(booth.drawings),
  }))
  return { pavilion: address.pavilion, version: found.version, booths }
}
