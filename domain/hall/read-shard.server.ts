import { sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { schema } from '~/db/schema'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { ShelfPhoto } from '../shared/shelf'
import { type OwnLook, splitOwnLook } from './own-sign'
import { ownLook, pavilionVersion, shelfHashes } from './pavilion-version.server'
import type { PavilionShard, ShardBooth } from './shard'
import { pictureInShard, pictureOf, shownPhoto, shownPhotos } from './sheet-pictures.server'
import { sheetVersion } from './sheet-version.server'

/** How long a shard that was read answers others too, in milliseconds: as long as a manifest. */
const FRESH_FOR = 1_000
/** Pavilions of which the last shard is kept in memory, for each database. */
const KEPT = 81

interface Kept {
  readAt: number
  isRead: boolean
  shard: Promise<PavilionShard>
}
const kept = new WeakMap<Database, Map<string, Kept>>()

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
 * The booths of a pavilion as the hall draws them now, whatever version is asked for: what an old one said may
 * have left the hall. One query; however many ask, and for whatever versions, it runs once a second at most for
 * each pavilion. One object for each version, so that it is compressed once.
 * @throws AppError 'not-found' when the open edition has no such name or pavilion.
 */
export async function readShard(
  { db, now }: Pick<Context, 'db' | 'now'>,
  address: ShardAddress,
): Promise<FoundShard> {
  const memory = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, memory)
  const key = `${address.edition}/${address.pavilion}`
  const last = memory.get(key)
  const isFresh = last && (!last.isRead || Math.abs(now.getTime() - last.readAt) < FRESH_FOR)
  const shard = await (isFresh ? last.shard : readAnew(db, now, address, memory, key))
  return { shard, asAddressed: shard.version === address.version }
}

function readAnew(
  db: Database,
  now: Date,
  address: ShardAddress,
  memory: Map<string, Kept>,
  key: string,
): Promise<PavilionShard> {
  const before = memory.get(key)?.shard
  const shard = queryShard(db, address).then(async (read) => {
    const known = await before
    return known?.version === read.version ? known : read
  })
  const mine: Kept = { readAt: now.getTime(), isRead: false, shard }
  // The newest stays longest.
  memory.delete(key)
  memory.set(key, mine)
  for (const oldest of memory.keys()) {
    if (memory.size <= KEPT) break
    memory.delete(oldest)
  }
  shard.then(
    () => {
      mine.isRead = true
    },
    () => {
      if (memory.get(key) === mine) memory.delete(key)
    },
  )
  return shard
}

async function queryShard(db: Database, address: ShardAddress): Promise<PavilionShard> {
  const { edition: e, organisation: o, participation: p, pavilion, product } = schema
  const isTheOpenOne = sql`${e.id} = (
    select id from ${e} where ${e.isOpen} order by ${e.startsOn} desc, ${e.slug} limit 1
  )`
  // Version and booths in one statement: they are of one moment, so the version never lies.
  const rows: unknown[] = await db.execute(sql`
    with booth as (
      select ${p.id} as participation_id, ${p.organisationId} as organisation_id
      from ${p} join ${e} on ${e.id} = ${p.editionId}
      where ${e.slug} = ${address.edition} and ${isTheOpenOne} and ${p.slot} is not null
        and ${p.pavilionNumber} = ${address.pavilion}
    ), shelf_product as (
      select ${product.organisationId} as organisation_id, ${product.name} as name, ${pictureOf(sql`${product.drawing}`)} as drawing,
             ${shownPhoto} as photo,
             row_number() over (partition by ${product.organisationId}
                                order by ${product.position}, ${product.id}) as place
      from ${product} left join ${shownPhotos} shown on shown.product_id = ${product.id}
      where ${product.organisationId} in (select organisation_id from booth) and ${product.state} = 'published'
    ), goods as (
      select organisation_id, (array_agg(name order by place))[1] as headline,
             array_agg(drawing order by place) as drawings, (array_agg(photo order by place))[1] as photo
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
        'product', case when ${p.closedAt} is null then coalesce(goods.headline,
          case when ${o.reportedProducts} <> '' then jsonb_build_object('id', ${o.reportedProducts}) end) end,
        'drawings', case when ${p.closedAt} is null then coalesce(goods.drawings, '{}') else '{}' end, 'award', ${p.award} is not null,
        'photo', case when ${p.closedAt} is null then goods.photo end,
        'own', ${ownLook}, 'sample', ${o.isSample}, 'closed', ${p.closedAt} is not null) order by ${p.slot})
      from booth
      join ${p} on ${p.id} = booth.participation_id
      join ${o} on ${o.id} = booth.organisation_id
      left join goods on goods.organisation_id = booth.organisation_id
    ) as booths
    from ${pavilion} join ${e} on ${e.id} = ${pavilion.editionId}
    where ${e.slug} = ${address.edition} and ${isTheOpenOne} and ${pavilion.number} = ${address.pavilion}`)
  const found = (rows as { version: string; booths: ReadBooth[] | null }[])[0]
  if (!found) throw new AppError('not-found', 'no such pavilion')
  if (!found.booths) return { pavilion: address.pavilion, version: 'empty', booths: [] }
  const booths = found.booths.map(({ own, photo, ...booth }) => {
    const { sign, ...look } = splitOwnLook(own)
    return {
      ...booth,
      name: sign?.latin ?? booth.name,
      nameArabic: sign?.arabic ?? booth.nameArabic,
      ...look,
      drawings: booth.drawings.map(pictureInShard),
      ...(photo && { photo }),
      sheet: sheetVersion(booth.drawings),
    }
  })
  return { pavilion: address.pavilion, version: found.version, booths }
}

type ReadBooth = Omit<ShardBooth, 'sheet' | 'look' | 'photo'> & {
  own: OwnLook | null
  photo: ShelfPhoto | null
}
