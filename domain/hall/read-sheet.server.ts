import { sql } from 'drizzle-orm'
import { schema } from '~/db/schema'
import type { Context } from '../shared/context'
import { isSeenBooth } from '../shared/shown-booth.server'
import { isSlug } from '../shared/slug'
import { pictureOf, pictureSource, shownPhotos } from './sheet-pictures.server'
import type { PictureSource } from './sheet-svg'
import { sheetVersion } from './sheet-version.server'

export type FoundSheet =
  /** `isPrivate`: it isn't in the hall yet; its own people and the organiser see it, and nothing may keep it. */
  | { kind: 'found'; version: string; sources: () => Promise<PictureSource[]>; isPrivate: boolean }
  /** No such booth in the open hall, or one that shows nothing, or nothing to who asks. */
  | { kind: 'none' }
  /** The booth has left the hall. */
  | { kind: 'closed' }

/**
 * What is on the picture sheet of a booth of the open edition: one query, three pictures at most. Who is signed in
 * asks once more where there is no such booth: theirs may not have a place yet.
 */
export async function readSheet(
  { db, storage, actor }: Pick<Context, 'db' | 'storage' | 'actor'>,
  { slug }: { slug: string },
): Promise<FoundSheet> {
  if (!isSlug(slug)) return { kind: 'none' }
  const { edition: e, organisation: o, participation: p, product } = schema
  const pictures = sql`array(select ${pictureOf(sql`${product.drawing}`)} from ${product}
    left join ${shownPhotos} shown on shown.product_id = ${product.id}
    where ${product.organisationId} = ${o.id} and ${product.state} = 'published'
    order by ${product.position}, ${product.id} limit 3)`
  const rows: unknown[] = await db.execute(sql`
    select ${p.closedAt} is not null as closed,
           ${pictures} as drawings
    from ${o} join ${p} on ${p.organisationId} = ${o.id}
    where ${o.slug} = ${slug} and ${p.slot} is not null
      and ${p.editionId} = (select ${e.id} from ${e} where ${e.isOpen} order by ${e.startsOn} desc, ${e.slug} limit 1)
    limit 1`)
  const [placed] = rows as { closed: boolean; drawings: string[] }[]
  if (placed?.closed) return { kind: 'closed' }
  const isPrivate = !placed && actor.kind === 'person'
  const unplaced: unknown[] = isPrivate
    ? await db.execute(sql`
        select ${pictures} as drawings from ${o}
        where ${o.slug} = ${slug} and ${o.kind} = 'pesantren' and ${o.boothState} <> 'published' and ${isSeenBooth(actor)}`)
    : []
  const [booth] = placed ? [placed] : (unplaced as { drawings: string[] }[])
  const version = booth ? sheetVersion(booth.drawings) : null
  if (!booth || version === null) return { kind: 'none' }
  // Photographs are fetched only where the sheet has to be drawn.
  const sources = () => Promise.all(booth.drawings.map((picture) => pictureSource({ storage }, picture)))
  return { kind: 'found', version, sources, isPrivate }
}
