import { and, eq, isNull, ne } from 'drizzle-orm'
import { membership } from '~/db/schema/membership'
import { person } from '~/db/schema/person'
import type { Transaction } from '~/db/transaction.server'
import { notBefore } from '../message/not-before'
import type { Context } from './context'
import type { MessageVariables } from './message-variables'
import { queueMessage } from './queue-message.server'

/** Later than this the page has told it, or the organiser has called. */
const USEFUL_DAYS = 30
const DAY_MS = 86_400_000

type Told =
  | 'verification-approved'
  | 'verification-asked-back'
  | 'verification-rejected'
  | 'booth-published'
  | 'booth-asked-back'
  | 'paper-verified'
  | 'paper-objected'
  | 'access-given'
  | 'organisations-merged'

interface News<T extends Told> {
  template: T
  variables: MessageVariables[T]
  organisation: { id: string; isSample: boolean }
  /** Of the history, or what else tells the occasions apart: nobody is told of one twice. */
  eventId: number | string
  /** Somebody alone, who may own nothing yet; else all owners. */
  personId?: string
  /** Of the owners, not this one: the news is about them. */
  exceptId?: string
}

/**
 * Writes the organiser's word to an organisation's owners, in the transaction that it is given in. It goes when
 * their night is over.
 */
export async function tellOwners<T extends Told>(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  { template, variables, organisation, eventId, personId, exceptId }: News<T>,
): Promise<void> {
  const receivers = personId
    ? await tx
        .select({ id: person.id, locale: person.locale, timeZone: person.timeZone })
        .from(person)
        .where(and(eq(person.id, personId), isNull(person.deletedAt)))
    : await tx
        .select({ id: person.id, locale: person.locale, timeZone: person.timeZone })
        .from(membership)
        .innerJoin(person, eq(person.id, membership.personId))
        .where(
          and(
            eq(membership.organisationId, organisation.id),
            eq(membership.role, 'owner'),
            exceptId ? ne(membership.personId, exceptId) : undefined,
          ),
        )
  for (const { id, locale, timeZone } of receivers) {
    await queueMessage<T>(tx, context, {
      template,
      variables,
      locale,
      to: { personId: id },
      organisationId: organisation.id,
      about: { kind: 'organisation', id: organisation.id },
      dedupeKey: `${template}:${eventId}:${id}`,
      notBefore: notBefore(template, { at: context.now, timeZone }),
      expiresAt: new Date(context.now.getTime() + USEFUL_DAYS * DAY_MS),
      isSample: organisation.isSample,
    })
  }
}
