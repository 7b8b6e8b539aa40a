import { and, eq, isNull } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import type { ShelfProduct } from '../shared/shelf'
import { readShelf } from '../shared/shelf.server'
import { isShownBooth } from '../shared/shown-booth.server'
import { isSlug } from '../shared/slug'

/** A booth in the hall shows no more than so many of its goods; its page shows them all. */
export const MOST_GOODS = 8

export interface BoothGoods {
  slug: string
  /** In the order of the shelf: the first three are the pictures in the booth. */
  goods: ShelfProduct[]
  /** There are more on the booth's page. */
  more: boolean
}

const { edition, organisation: o, participation: p } = schema

/**
 * What somebody who stands before a booth sees of its shelf: two queries.
 * @throws AppError 'not-found' when no open booth of the open hall has this address.
 */
export async function readBoothGoods(
  { db }: Pick<Context, 'db'>,
  { slug, locale }: { slug: string; locale: Locale },
): Promise<BoothGoods> {
  const [booth] = isSlug(slug)
    ? await db
        .select({ id: o.id })
        .from(p)
        .innerJoin(edition, and(eq(edition.id, p.editionId), eq(edition.isOpen, true)))
        .innerJoin(o, eq(o.id, p.organisationId))
        .where(and(eq(o.slug, slug), isShownBooth, isNull(p.closedAt)))
        .limit(1)
    : []
  if (!booth) throw new AppError('not-found', 'no such booth in the hall')
  const shelf = await readShelf(db, booth.id, locale, { limit: MOST_GOODS + 1 })
  return { slug, goods: shelf.slice(0, MOST_GOODS), more: shelf.length > MOST_GOODS }
}
