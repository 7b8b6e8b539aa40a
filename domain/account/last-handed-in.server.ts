import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { organisation } from '~/db/schema/organisation'
import { verificationEvent } from '~/db/schema/verification-event'
import type { Transaction } from '~/db/transaction.server'
import type { OrganisationKind } from '../shared/enums'

export interface HandedIn {
  organisationId: string
  kind: OrganisationKind
  name: string
  nameArabic: string | null
  /** Somebody else's that was said to be theirs, not a new one. */
  isClaim: boolean
}

/** What a person handed in last; null: nothing yet. */
export async function lastHandedIn(db: Database | Transaction, personId: string): Promise<HandedIn | null> {
  const [row] = await db
    .select({
      organisationId: organisation.id,
      kind: organisation.kind,
      name: organisation.name,
      nameArabic: organisation.nameArabic,
      event: verificationEvent.kind,
    })
    .from(verificationEvent)
    .innerJoin(organisation, eq(organisation.id, verificationEvent.organisationId))
    .where(
      and(
        eq(verificationEvent.personId, personId),
        inArray(verificationEvent.kind, ['submitted', 'claimed']),
      ),
    )
    .orderBy(desc(verificationEvent.id))
    .limit(1)
  if (!row) return null
  const { event, ...handedIn } = row
  return { ...handedIn, isClaim: event === 'claimed' }
}
