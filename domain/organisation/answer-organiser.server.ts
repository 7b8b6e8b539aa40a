import { and, eq } from 'drizzle-orm'
import { membership } from '~/db/schema/membership'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import { district } from '~/db/schema/region'
import { inTransaction } from '~/db/transaction.server'
import {
  type JoiningProblems,
  type JoiningValues,
  joiningProblems,
  joiningSchema,
} from '../account/joining.schema'
import type { Verification } from '../shared/account-enums'
import { actingMembership } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { parsePhone } from '../shared/phone'
import { appendVerificationEvent, lockApplicant } from './append-verification-event.server'
import { maySendAgain } from './applicant-view'
import type { TextProblem } from './said-text'
import { parseSaid } from './verification.schema'

export interface AnswerInput {
  /** The last event that the page showed, 0 for none. */
  seen: number
  /** Needed where the organiser has asked something; else it may be empty. */
  answer: string
  /** What was handed in, as it is now: the person's own name isn't among it. */
  values: JoiningValues
  /** The language that it was written in. */
  locale: Locale
}

export type AnswerProblems = JoiningProblems & { answer?: TextProblem }

export type AnswerOutcome =
  | { kind: 'sent' }
  | { kind: 'invalid'; problems: AnswerProblems }
  /** It was sent already, or the organiser has decided since the page was shown; nothing was written. */
  | { kind: 'changed'; verification: Verification }

/**
 * An owner answers the organiser's question, mends what was handed in, and it waits for the organiser again; the
 * same after a no.
 * @throws AppError 'forbidden' for everybody but an owner of an organisation that isn't an organiser.
 */
export async function answerOrganiser(context: Context, input: AnswerInput): Promise<AnswerOutcome> {
  const { db, actor, now } = context
  const acting = actingMembership(actor)
  if (actor.kind !== 'person' || acting?.role !== 'owner' || acting.organisationKind === 'organiser') {
    throw new AppError('forbidden')
  }
  const { organisationId, organisationKind, isSample } = acting
  const { locale } = input
  return inTransaction(db, async (tx) => {
    const applicant = await lockApplicant(tx, organisationId, isSample)
    // Whoever was taken out since the request began answers for it no longer.
    const [own] = await tx
      .select({ role: membership.role })
      .from(membership)
      .where(and(eq(membership.organisationId, organisationId), eq(membership.personId, actor.personId)))
    if (own?.role !== 'owner') throw new AppError('forbidden')
    const { verification } = applicant
    if (applicant.seen !== input.seen || !maySendAgain(verification)) return { kind: 'changed', verification }

    const [owner] = await tx.select({ name: person.name }).from(person).where(eq(person.id, actor.personId))
    const parsed = joiningSchema({ kind: organisationKind, isSample, parsePhone }).safeParse({
      ...input.values,
      // Said elsewhere, and kept there.
      personName: owner?.name || input.values.name,
    })
    const said = parseSaid(input.answer)
    const needsAnswer = verification === 'asked-back' || input.answer.trim() !== ''
    const problems: AnswerProblems = {
      ...(parsed.success ? {} : joiningProblems(parsed.error)),
      ...('problem' in said && needsAnswer ? { answer: said.problem } : {}),
    }
    if (!parsed.success || Object.keys(problems).length > 0) return { kind: 'invalid', problems }
    const { personName: _, buys, ...fields } = parsed.data
    if (fields.districtCode !== null && fields.regencyCode !== null) {
      const known = await tx
        .select({ code: district.code })
        .from(district)
        .where(and(eq(district.code, fields.districtCode), eq(district.regencyCode, fields.regencyCode)))
      if (known.length === 0) return { kind: 'invalid', problems: { districtCode: 'district-missing' } }
    }

    await tx
      .update(organisation)
      .set({
        ...fields,
        ...(buys ? { story: { [locale]: buys } } : {}),
        verification: 'pending',
        verificationAt: now,
        updatedAt: now,
      })
      .where(eq(organisation.id, organisationId))
    const text = 'text' in said ? said.text : null
    await appendVerificationEvent(tx, context, {
      organisationId,
      kind: text ? 'answered' : 'submitted',
      personId: actor.personId,
      text,
    })
    return { kind: 'sent' }
  })
}
