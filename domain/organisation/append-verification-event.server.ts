import { desc, eq } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { verificationEvent } from '~/db/schema/verification-event'
import type { Transaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'

/** One line of an organisation's history, in the transaction of what happens. @returns its number. */
export async function appendVerificationEvent(
  tx: Transaction,
  { now }: Pick<Context, 'now'>,
  event: Omit<typeof verificationEvent.$inferInsert, 'createdAt'>,
): Promise<number> {
  const [row] = await tx
    .insert(verificationEvent)
    .values({ ...event, createdAt: now })
    .returning({ id: verificationEvent.id })
  if (!row) throw new Error('the event was not written')
  return row.id
}

/**
 * An organisation whose state nobody else can change now, with the number of its last event (0: none): what a
 * page has shown is compared with it. Its lock lets others go on referring to the row.
 * @throws AppError 'not-found' where there is none of this kind (sample or real).
 */
export async function lockApplicant(tx: Transaction, organisationId: string, isSample: boolean) {
  const [row] = isId(organisationId)
    ? await tx
        .select({
          id: organisation.id,
          kind: organisation.kind,
          name: organisation.name,
          verification: organisation.verification,
          boothState: organisation.boothState,
          isSample: organisation.isSample,
        })
        .from(organisation)
        .where(eq(organisation.id, organisationId))
        .for('no key update')
    : []
  if (!row || row.isSample !== isSample || row.kind === 'organiser') throw new AppError('not-found')
  const [last] = await tx
    .select({ id: verificationEvent.id })
    .from(verificationEvent)
    .where(eq(verificationEvent.organisationId, organisationId))
    .orderBy(desc(verificationEvent.id))
    .limit(1)
  return { ...row, seen: last?.id ?? 0 }
}
