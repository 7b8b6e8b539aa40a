import { countAgainstLimit } from '~/db/rate-limit.server'
import { need } from '~/db/schema/need'
import { inTransaction } from '~/db/transaction.server'
import { requireWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { formId, isFormToken } from '../shared/form-id.server'
import type { Locale } from '../shared/locale'
import type { NeedFields, NeedProblems } from './need.schema'
import { findNeedSubject } from './need-about.server'
import { NEED_LIMIT } from './need-limit'

export interface StateNeedInput {
  fields: NeedFields
  /** The booth and the product from whose page it is stated; null: about none. */
  boothSlug: string | null
  productSlug: string | null
  /** The language that it is written in. */
  locale: Locale
  /** What the form was given when it was shown. Anything else is replaced by a new one. */
  token: string
}

export type StateNeedOutcome =
  /** `already`: the same form with the same words was stated before. */
  | { kind: 'stated'; needId: string; already: boolean }
  | { kind: 'invalid'; problems: NeedProblems }
  | { kind: 'too-many'; retryAfterSeconds: number }

/** Takes back what the transaction has written. */
class TooMany extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('too many needs')
  }
}

/**
 * An organisation says what it looks for. The same form sent twice states one need. A booth that is gone, its
 * own, or sample where it is real (and the other way round) is left out, as its form has said.
 * @throws AppError 'forbidden' for visitors, the organiser, and those who only read.
 */
export async function stateNeed(context: Context, input: StateNeedInput): Promise<StateNeedOutcome> {
  const { db, actor, now } = context
  const { organisationId, personId } = requireWriter(actor)
  const { fields } = input
  const subject = await findNeedSubject(context, {
    organisationId,
    boothSlug: input.boothSlug,
    productSlug: input.productSlug,
    regencyCode: fields.destinationRegency,
  })
  if (!subject) throw new AppError('forbidden')
  if (fields.destinationRegency !== null && !subject.hasRegency) {
    return { kind: 'invalid', problems: { destinationRegency: 'regency-unknown' } }
  }
  const { about } = subject
  const token = isFormToken(input.token) ? input.token : context.newId()
  const needId = formId(token, [
    organisationId,
    about?.organisationId ?? null,
    about?.product?.id ?? null,
    JSON.stringify(fields),
  ])
  try {
    return await inTransaction(db, async (tx) => {
      // The primary key tells a second of the same, also one under way at the same time: it waits here.
      const stated = await tx
        .insert(need)
        .values({
          ...fields,
          id: needId,
          organisationId,
          createdBy: personId,
          locale: input.locale,
          aboutOrganisationId: about?.organisationId ?? null,
          aboutProductId: about?.product?.id ?? null,
          isSample: subject.own.isSample,
          createdAt: now,
          updatedAt: now,
        })
        .onConflictDoNothing({ target: need.id })
        .returning({ id: need.id })
      if (stated.length === 0) return { kind: 'stated', needId, already: true }
      const limited = await countAgainstLimit(tx, NEED_LIMIT, `need:${organisationId}`, now)
      if (!limited.allowed) throw new TooMany(limited.retryAfterSeconds)
      return { kind: 'stated', needId, already: false }
    })
  } catch (error) {
    if (error instanceof TooMany) return { kind: 'too-many', retryAfterSeconds: error.retryAfterSeconds }
    throw error
  }
}
