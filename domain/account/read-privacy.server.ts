import { and, asc, eq, ne } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import type { Context } from '../shared/context'
import { sampleIsOpen } from './sample-open.server'

export interface PrivacyView {
  /** Who holds the data; null: nobody has said. */
  organiser: { name: string; nameArabic: string | null } | null
  /** The sample is all that is open. */
  isSample: boolean
}

/** What the privacy page says of who is responsible. Anybody may read it; two queries. */
export async function readPrivacy({ db }: Pick<Context, 'db'>): Promise<PrivacyView> {
  const isSample = await sampleIsOpen(db)
  const [organiser] = await db
    .select({ name: organisation.name, nameArabic: organisation.nameArabic })
    .from(organisation)
    .where(
      and(
        eq(organisation.kind, 'organiser'),
        eq(organisation.isSample, isSample),
        ne(organisation.verification, 'closed'),
      ),
    )
    .orderBy(asc(organisation.createdAt), asc(organisation.id))
    .limit(1)
  return { organiser: organiser ?? null, isSample }
}
