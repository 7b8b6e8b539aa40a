import { type SQL, sql } from 'drizzle-orm'
import { pressSquare } from '~/integrations/photograph/press.server'
import { sizeKey } from '../photo/photo-keys'
import type { Context } from '../shared/context'
import type { ShelfPhoto } from '../shared/shelf'
import { SHEET } from './picture-sheet'
import type { PictureSource } from './sheet-svg'

const PHOTO = 'photo.'

/** The first photograph of each product that has one, to be joined as `shown` on `shown.product_id`. */
export const shownPhotos = sql`(
  select distinct on (product_id) product_id, hash, width, height from photo
  where product_id is not null and state = 'ready' and removed_at is null
  order by product_id, position, id)`

/** The one that is joined as `shown`, as lists show it; null: there is none. */
export const shownPhoto = sql<ShelfPhoto | null>`case when shown.hash is not null then
  jsonb_build_object('hash', shown.hash, 'width', shown.width, 'height', shown.height) end`

/** What stands for a product on its booth's sheet: its first photograph, else its drawing. */
export const pictureOf = (drawing: SQL) => sql<string>`coalesce(${PHOTO}::text || shown.hash, ${drawing})`

/** A picture as a shard names it: which photograph it is the sheet's version says. */
export function pictureInShard(picture: string): string {
  return picture.startsWith(PHOTO) ? 'photo' : picture
}

/** A picture as the sheet is drawn of it. A photograph that the store has lost leaves its niche empty. */
export async function pictureSource(
  { storage }: Pick<Context, 'storage'>,
  picture: string,
): Promise<PictureSource> {
  if (!picture.startsWith(PHOTO)) return { kind: 'drawing', spec: picture }
  const hash = picture.slice(PHOTO.length)
  // A narrow one has no other than the least.
  const file =
    (await storage.get(sizeKey(hash, 320, 'webp'))) ?? (await storage.get(sizeKey(hash, 160, 'webp')))
  if (!file) return { kind: 'drawing', spec: '' }
  return { kind: 'photograph', type: 'image/png', bytes: await pressSquare(file.body, SHEET.height) }
}
