import { type SQL, sql } from 'drizzle-orm'
import type { LocalizedText } from '~/domain/shared/locale'

/** A photograph that anybody may see, as a query finds it. */
export interface ReadyPhoto {
  hash: string
  width: number
  height: number
  alt: LocalizedText | null
  isSample: boolean
}

/** What lists show of one. */
export type SmallPhoto = Pick<ReadyPhoto, 'hash' | 'width' | 'height'>

/** Those that anybody may see; `photo` is the name of the table in the query. */
const isShown = sql.raw(`photo.state = 'ready' and photo.removed_at is null`)

/** As a column of another query: the photographs of `whose`, a condition on `photo`, in the order of their gallery. */
export function readyPhotos(whose: SQL): SQL<ReadyPhoto[]> {
  return sql<ReadyPhoto[]>`coalesce((
    select json_agg(json_build_object('hash', photo.hash, 'width', photo.width, 'height', photo.height,
                                      'alt', photo.alt, 'isSample', photo.is_sample)
                    order by photo.position, photo.id)
    from photo where ${isShown} and ${whose}), '[]')`
}

/** The first one of a gallery; null: it has none. */
export function firstPhoto(whose: SQL): SQL<SmallPhoto | null> {
  return sql<SmallPhoto | null>`(
    select json_build_object('hash', photo.hash, 'width', photo.width, 'height', photo.height)
    from photo where ${isShown} and ${whose} order by photo.position, photo.id limit 1)`
}

/** The galleries' conditions, with the column or the value that names whose they are. */
export const ofProduct = (product: SQL) => sql`photo.product_id = ${product}`
export const ofBooth = (organisation: SQL) =>
  sql`photo.organisation_id = ${organisation} and photo.product_id is null`
