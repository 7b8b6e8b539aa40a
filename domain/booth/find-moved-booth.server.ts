import { aliasedTable, and, eq } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import type { Context } from '../shared/context'
import { isSlug } from '../shared/slug'

/** Where the booth is of a pesantren that turned out to be another: that one's address; null: it isn't one. */
export async function findMovedBooth(
  { db }: Pick<Context, 'db'>,
  { slug }: { slug: string },
): Promise<string | null> {
  if (!isSlug(slug)) return null
  const kept = aliasedTable(organisation, 'kept')
  const [row] = await db
    .select({ slug: kept.slug })
    .from(organisation)
    .innerJoin(kept, eq(kept.id, organisation.mergedInto))
    .where(
      and(
        eq(organisation.slug, slug),
        eq(organisation.kind, 'pesantren'),
        eq(kept.verification, 'verified'),
        eq(kept.boothState, 'published'),
      ),
    )
  return row?.slug ?? null
}
