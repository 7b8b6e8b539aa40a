import { inArray } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { type Owed, queryOwed } from './owed.server'

const PAGE = 25

export interface OwedRow extends Owed {
  slug: string
  name: string
  nameArabic: string | null
}

/**
 * What each pesantren has to get, the most first; for the organiser, of its kind (sample or real).
 * @throws AppError 'forbidden' for everybody else.
 */
export async function listOwed(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { page = 1 }: { page?: number } = {},
): Promise<{ rows: OwedRow[]; total: number; page: number; pages: number; releasableMinor: number }> {
  const { isSample } = requireOrganiser(actor)
  const all = await queryOwed(db, { isSample })
  all.sort((a, b) => b.releasableMinor - a.releasableMinor || b.balanceMinor - a.balanceMinor)
  const pages = Math.max(1, Math.ceil(all.length / PAGE))
  const at = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  const shown = all.slice((at - 1) * PAGE, at * PAGE)
  const names =
    shown.length === 0
      ? []
      : await db
          .select({
            id: organisation.id,
            slug: organisation.slug,
            name: organisation.name,
            nameArabic: organisation.nameArabic,
          })
          .from(organisation)
          .where(
            inArray(
              organisation.id,
              shown.map(({ organisationId }) => organisationId),
            ),
          )
  const byId = new Map(names.map(({ id, ...name }) => [id, name]))
  return {
    rows: shown.flatMap((owed) => {
      const name = byId.get(owed.organisationId)
      return name ? [{ ...owed, ...name }] : []
    }),
    total: all.length,
    page: at,
    pages,
    releasableMinor: all.reduce((sum, { releasableMinor }) => sum + releasableMinor, 0),
  }
}
