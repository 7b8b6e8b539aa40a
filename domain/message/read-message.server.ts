import { and, asc, eq, inArray } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { MessageTemplate } from '../shared/message-enums'
import type { MessageVariables } from '../shared/message-variables'
import { isStillOfUse } from './message-rows.server'
import { isExpired, type MessageView } from './message-view'
import { renderMessage } from './render-message'

const { message, messageAttempt, organisation, person, whatsappStatus } = schema

/** What a code or a link reads as where it isn't to be read. */
const HIDDEN = '••••••'

/**
 * A message as it goes, with each attempt and what the services told of it: three queries. A code, or the link
 * of an invitation, is readable only while it is kept here because nothing can be sent, and its time isn't over.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' for a real one's sample messages, and
 *   the other way round.
 */
export async function readMessage(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { messageId, publicUrl }: { messageId: string; publicUrl: string },
): Promise<MessageView> {
  const { isSample } = requireOrganiser(actor)
  const [found] = isId(messageId)
    ? await db
        .select({
          message,
          isOfUse: isStillOfUse(now),
          personName: person.name,
          timeZone: person.timeZone,
          organisationName: organisation.name,
        })
        .from(message)
        .leftJoin(person, eq(person.id, message.personId))
        .leftJoin(organisation, eq(organisation.id, message.organisationId))
        .where(and(eq(message.id, messageId), eq(message.isSample, isSample)))
    : []
  if (!found) throw new AppError('not-found')
  const attempts = await db
    .select()
    .from(messageAttempt)
    .where(eq(messageAttempt.messageId, messageId))
    .orderBy(asc(messageAttempt.number))
  const serviceIds = attempts.flatMap(({ serviceId }) => serviceId ?? [])
  const statuses = serviceIds.length
    ? await db
        .select()
        .from(whatsappStatus)
        .where(inArray(whatsappStatus.serviceId, serviceIds))
        .orderBy(asc(whatsappStatus.happenedAt))
    : []

  const row = found.message
  const opens = row.template === 'sign-in-code' || row.template === 'organisation-invitation'
  const isReadable = row.state === 'kept' && !isExpired(row, now)
  const isErased = Object.keys(row.variables).length === 0
  const shown = opens && !isReadable ? hide(row.variables) : row.variables
  return {
    id: row.id,
    template: row.template,
    state: row.state,
    locale: row.locale,
    timeZone: found.timeZone,
    channel: row.channel,
    address: row.address,
    isAddressFixed: row.isAddressFixed,
    personName: found.personName || null,
    organisationName: found.organisationName,
    about: { kind: row.aboutKind, id: row.aboutId },
    failure: row.failure,
    fellBackFrom: row.fellBackFrom,
    isSample: row.isSample,
    isExpired: !found.isOfUse,
    isHidden: opens && !isReadable,
    createdAt: row.createdAt,
    notBefore: row.notBefore,
    expiresAt: row.expiresAt,
    settledAt: row.settledAt,
    attempts: attempts.map(({ number, channel, startedAt, endedAt, failure, serviceCode, serviceId }) => ({
      number,
      channel,
      startedAt,
      endedAt,
      failure,
      serviceCode,
      serviceId,
      statuses: statuses
        .filter((told) => told.serviceId === serviceId)
        .map((told) => ({ status: told.status, errorCode: told.errorCode, at: told.happenedAt })),
    })),
    rendered: isErased
      ? null
      : renderMessage(row.template, filledWith(shown), {
          locale: row.locale,
          timeZone: found.timeZone,
          publicUrl,
        }),
  }
}

function hide(variables: Record<string, unknown>): Record<string, unknown> {
  return {
    ...variables,
    ...('minutes' in variables ? { code: HIDDEN } : { token: HIDDEN }),
  }
}

/** `queueMessage` let nothing else into the row. */
const filledWith = (variables: Record<string, unknown>) =>
  variables as unknown as MessageVariables[MessageTemplate]
