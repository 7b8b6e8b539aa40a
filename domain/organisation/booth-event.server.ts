import { desc, eq } from 'drizzle-orm'
import { boothEvent } from '~/db/schema/booth-event'
import { organisation } from '~/db/schema/organisation'
import type { Transaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { BoothState } from '../shared/enums'
import { isId } from '../shared/ids'

/** One line of how a booth came before its visitors, in the transaction of what happens. @returns its number. */
export async function appendBoothEvent(
  tx: Transaction,
  { now }: Pick<Context, 'now'>,
  event: Omit<typeof boothEvent.$inferInsert, 'id' | 'createdAt'>,
): Promise<number> {
  const [row] = await tx
    .insert(boothEvent)
    .values({ ...event, createdAt: now })
    .returning({ id: boothEvent.id })
  if (!row) throw new Error('the event was not written')
  return row.id
}

/**
 * A pesantren whose booth nobody else can publish or take back now, with the number of its last event (0: none).
 * @throws AppError 'not-found' where there is none.
 */
export async function lockBooth(tx: Transaction, organisationId: string) {
  const [row] = isId(organisationId)
    ? await tx
        .select({
          id: organisation.id,
          kind: organisation.kind,
          slug: organisation.slug,
          name: organisation.name,
          story: organisation.story,
          verification: organisation.verification,
          boothState: organisation.boothState,
          isSample: organisation.isSample,
        })
        .from(organisation)
        .where(eq(organisation.id, organisationId))
        .for('no key update')
    : []
  if (row?.kind !== 'pesantren') throw new AppError('not-found')
  const [last] = await tx
    .select({ id: boothEvent.id })
    .from(boothEvent)
    .where(eq(boothEvent.organisationId, organisationId))
    .orderBy(desc(boothEvent.id))
    .limit(1)
  return { ...row, seen: last?.id ?? 0 }
}

/** Writes a booth's state where it is locked. */
export async function setBoothState(
  tx: Transaction,
  { now }: Pick<Context, 'now'>,
  organisationId: string,
  boothState: BoothState,
): Promise<void> {
  await tx.update(organisation).set({ boothState, updatedAt: now }).where(eq(organisation.id, organisationId))
}
