import { sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { schema } from '~/db/schema'
import type { Context } from '../shared/context'
import { pavilionVersion, shelfHashes } from './pavilion-version.server'
import type { HallManifest, ManifestPavilion } from './shard'

/** How long a manifest that was read answers others too, in milliseconds. */
const FRESH_FOR = 1_000

interface Kept {
  readAt: number
  manifest: Promise<HallManifest | null>
}
const kept = new WeakMap<Database, Kept>()

/**
 * All pavilions of the open edition with their present versions, or null while no edition is open.
 * One query; however many ask, it runs once a second at most.
 */
export function readManifest({ db, now }: Pick<Context, 'db' | 'now'>): Promise<HallManifest | null> {
  const last = kept.get(db)
  if (last && Math.abs(now.getTime() - last.readAt) < FRESH_FOR) return last.manifest
  const manifest = queryManifest(db)
  const mine: Kept = { readAt: now.getTime(), manifest }
  kept.set(db, mine)
  manifest.catch(() => {
    if (kept.get(db) === mine) kept.delete(db)
  })
  return manifest
}

async function queryManifest(db: Database): Promise<HallManifest | null> {
  const { edition: e, organisation: o, participation: p, pavilion, regency } = schema
  const rows: unknown[] = await db.execute(sql`
    with open_edition as (
      select ${e.id} as id, ${e.slug} as slug from ${e}
      where ${e.isOpen} order by ${e.startsOn} desc, ${e.slug} limit 1
    ), booths as (
      select ${p.pavilionNumber} as number, ${pavilionVersion} as version,
             (count(*) filter (where ${p.closedAt} is null))::int as open
      from ${p}
      join ${o} on ${o.id} = ${p.organisationId}
      left join ${shelfHashes()} shelf on shelf.organisation_id = ${p.organisationId}
      where ${p.editionId} = (select id from open_edition) and ${p.slot} is not null
      group by 1
    )
    select open_edition.slug as edition, ${pavilion.number} as number,
           ${regency.code} as "regencyCode", ${regency.name} as "regencyName", ${regency.kind} as "regencyKind",
           ${pavilion.slotCount} as "slotCount", coalesce(booths.open, 0) as "boothCount",
           ${pavilion.motif} as motif, ${pavilion.roof} as roof,
           ${pavilion.colour} as colour, ${pavilion.accent} as accent,
           coalesce(booths.version, 'empty') as version
    from open_edition
    join ${pavilion} on ${pavilion.editionId} = open_edition.id
    join ${regency} on ${regency.code} = ${pavilion.regencyCode}
    left join booths on booths.number = ${pavilion.number}
    order by ${pavilion.number}`)
  const pavilions = rows as (ManifestPavilion & { edition: string })[]
  const first = pavilions[0]
  if (!first) return null
  return {
    edition: first.edition,
    pavilions: pavilions.map(({ edition: _, ...described }) => described),
  }
}
