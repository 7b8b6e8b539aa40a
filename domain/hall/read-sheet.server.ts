import { sql } from 'drizzle-orm'
import { schema } from '~/db/schema'
import type { Context } from '../shared/context'
import { isSlug } from '../shared/slug'
import { pictureOf, pictureSource, shownPhotos } from './sheet-pictures.server'
import type { PictureSource } from './sheet-svg'
import { sheetVersion } from './sheet-version.server'

export type FoundSheet =
  | { kind: 'found'; version: string; sources: () => Promise<PictureSource[]> }
  /** No such booth in the open hall, or one that shows nothing. */
  | { kind: 'none' }
  /** The booth has left the hall. */
  | { kind: 'closed' }

/** What is on the picture sheet of a booth of the open edition: one query, three pictures at most. */
export async function readSheet(
  { db, storage }: Pick<Context, 'db' | 'storage'>,
  { slug }: { slug: string },
): Promise<FoundSheet> {
  if (!isSlug(slug)) return { kind: 'none' }
  const { edition: e, organisation: o, participation: p, product } = schema
  const rows: unknown[] = await db.execute(sql`
    select ${p.closedAt} is not null as closed,
           array(select ${pictureOf(sql`${product.drawing}`)} from ${product}
                 left join ${shownPhotos} shown on shown.product_id = ${product.id}
                 where ${product.organisationId} = ${o.id} and ${product.state} = 'published'
                 order by ${product.position}, ${product.id} limit 3) as drawings
    from ${o} join ${p} on ${p.organisationId} = ${o.id}
    where ${o.slug} = ${slug} and ${p.slot} is not null
      and ${p.editionId} = (select ${e.id} from ${e} where ${e.isOpen} order by ${e.startsOn} desc, ${e.slug} limit 1)
    limit 1`)
  const booth = (rows as { closed: boolean; drawings: string[] }[])[0]
  if (booth?.closed) return { kind: 'closed' }
  const version = booth ? sheetVersion(booth.drawings) : null
  if (!booth || version === null) return { kind: 'none' }
  // Photographs are fetched only where the sheet has to be drawn.
  const sources = () => Promise.all(booth.drawings.map((picture) => pictureSource({ storage }, picture)))
  return { kind: 'found', version, sources }
}
