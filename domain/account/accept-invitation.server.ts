import { and, eq } from 'drizzle-orm'
import type { GivenConsent } from '~/db/schema/one-time-code'
import { person } from '~/db/schema/person'
import { session } from '~/db/schema/session'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { OrganisationKind } from '../shared/enums'
import type { Locale } from '../shared/locale'
import { isSharedAccount } from '../shared/shared-account.server'
import type { Asker } from './count-code.server'
import { type CountedGuess, countGuess, forgiveProven, takeBackGuess } from './count-guess.server'
import type { Auth } from './create-auth.server'
import { type FoundInvitation, findInvitation } from './find-invitation.server'
import { recordConsents } from './give-consents.server'
import { hasAgreed } from './has-agreed.server'
import { joinTeam } from './join-team.server'
import { lockTeam } from './lock-team.server'
import { checkCode } from './one-time-code.server'
import { openSession } from './open-session.server'
import type { ProveCodeFailure } from './prove-code.server'
import { provenBy } from './proven-by.server'
import { provenPerson } from './proven-person.server'
import { typedCode } from './typed-code'

export interface AcceptInvitationInput extends Asker {
  token: string
  /** Null: by being signed in as somebody who has proven the invited address before. */
  code: { challenge: string; typed: string; secret: string } | null
  /** How somebody new wants to be called. */
  name: string | null
  /** Of somebody who is signed in and has agreed to nothing yet. */
  consents: GivenConsent[]
  locale: Locale
  auth: Auth
  /** The session that the browser has now. */
  sessionId: string | null
}

export type AcceptInvitationOutcome =
  /** `cookies`: Set-Cookie headers; none where the session stays. */
  | { kind: 'accepted'; organisationKind: OrganisationKind; cookies: string[] }
  /** The code was right and the receiver is signed in; what is lacking has to be said before they are in. */
  | { kind: 'proven'; cookies: string[] }
  | { kind: 'name-missing' }
  | { kind: 'consent-missing' }
  /** Signed in as somebody else. */
  | { kind: 'not-receiver' }
  /** The link is worth nothing, or no longer: see readInvitation. */
  | { kind: 'gone' }
  | { kind: 'code'; failure: ProveCodeFailure }

/** What the transaction finds; sessions are opened after it. */
type Found =
  | {
      kind: 'accepted'
      personId: string
      organisation: FoundInvitation['organisation']
      address: string | null
      isNew: boolean
    }
  | { kind: 'proven'; personId: string; address: string; isNew: boolean }
  | Extract<
      AcceptInvitationOutcome,
      { kind: 'name-missing' | 'consent-missing' | 'not-receiver' | 'gone' | 'code' }
    >

interface Receiver {
  id: string
  isNew: boolean
}

/**
 * Lets the receiver of an invitation in to the organisation. The link alone does nothing: its receiver gives the
 * code that went to the invited address, or is signed in as somebody who has proven that address. Of two at the
 * same time one comes in; the same person again is answered as the first time.
 * @throws AppError 'forbidden' for a visitor without a code.
 */
export async function acceptInvitation(
  context: Context,
  input: AcceptInvitationInput,
): Promise<AcceptInvitationOutcome> {
  const { db, actor } = context
  const { auth, clientKey, device, sessionId } = input
  const asker = { clientKey, device }
  if (!input.code && actor.kind !== 'person') throw new AppError('forbidden')
  let guess: CountedGuess | null = null
  if (input.code) {
    const { challenge, typed } = input.code
    if (!typedCode(typed)) return { kind: 'code', failure: { kind: 'missing' } }
    guess = await countGuess(context, { challenge, purpose: 'invitation', ...asker })
  }
  const tries = guess?.tries ?? 0
  const found = await inTransaction(db, (tx) => accept(tx, context, { ...input, tries }))
  if (found.kind !== 'accepted' && found.kind !== 'proven') {
    const isWrong = found.kind === 'code' && found.failure.kind === 'wrong'
    if (guess && !isWrong) await takeBackGuess(context, guess)
    return found
  }
  let cookies: string[] = []
  if (guess) {
    const { address, personId, isNew } = found
    if (address) await forgiveProven(context, { guess, asker, address, isNew })
    cookies = await openSession(context, { auth, personId, oldSessionId: sessionId, device })
  }
  if (found.kind === 'proven') return { kind: 'proven', cookies }
  await actFor(db, { ...found, sessionId, cookies })
  return { kind: 'accepted', organisationKind: found.organisation.kind, cookies }
}

async function accept(
  tx: Transaction,
  context: Context,
  input: AcceptInvitationInput & { tries: number },
): Promise<Found> {
  const { token, code } = input
  const seen = await findInvitation(tx, context, token)
  if (!seen) return { kind: 'gone' }
  // Before the invitation, as whoever changes a team does.
  const members = await lockTeam(tx, seen.organisation.id)
  const found = await findInvitation(tx, context, token, { lock: true })
  // Its organisation became another meanwhile: that one's team isn't locked.
  if (!found || found.organisation.id !== seen.organisation.id) return { kind: 'gone' }
  const { row, organisation, state } = found
  const { actor } = context
  if (state === 'used' && !code && actor.kind === 'person' && row.acceptedBy === actor.personId)
    return { kind: 'accepted', personId: actor.personId, organisation, address: null, isNew: false }
  const { channel, address } = row
  if (state !== 'open' || !address) return { kind: 'gone' }

  const proof = code
    ? await byCode(tx, context, { invitationId: row.id, address, tries: input.tries, ...code })
    : await bySession(tx, context, { channel, address })
  if ('kind' in proof) return proof
  const { id: personId, isNew } = proof
  const lacks = await settleName(tx, context, { ...input, personId, isSample: row.isSample })
  if (lacks === 'not-receiver') return { kind: lacks }
  if (lacks) return code ? { kind: 'proven', personId, address, isNew } : { kind: lacks }
  await joinTeam(tx, context, { row, personId, members })
  return { kind: 'accepted', personId, organisation, address, isNew }
}

/** @returns the person whose address the code has proven. */
async function byCode(
  tx: Transaction,
  context: Context,
  {
    invitationId,
    address,
    challenge,
    typed,
    secret,
    tries,
  }: {
    invitationId: string
    address: string
    challenge: string
    typed: string
    secret: string
    tries: number
  },
): Promise<Receiver | Found> {
  const checked = await checkCode(tx, {
    challenge,
    code: typedCode(typed) ?? '',
    purpose: 'invitation',
    now: context.now,
    secret,
    tries,
  })
  if (checked.kind !== 'right') return { kind: 'code', failure: checked }
  // Another invitation's code opens this one as little as no code does.
  if (checked.row.subjectId !== invitationId || checked.row.address !== address)
    return { kind: 'code', failure: { kind: 'unknown' } }
  return provenPerson(tx, context, checked.row)
}

async function bySession(
  tx: Transaction,
  { actor }: Context,
  invited: Parameters<typeof provenBy>[0],
): Promise<Receiver | Found> {
  if (actor.kind !== 'person') throw new AppError('forbidden')
  const [receiver] = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, actor.personId), provenBy(invited)))
  return receiver ? { ...receiver, isNew: false } : { kind: 'not-receiver' }
}

/** Writes down the name, and what was agreed to, of somebody new. @returns what is lacking. */
async function settleName(
  tx: Transaction,
  { now, newId }: Context,
  {
    personId,
    name,
    consents,
    locale,
    isSample,
  }: AcceptInvitationInput & { personId: string; isSample: boolean },
): Promise<'name-missing' | 'consent-missing' | 'not-receiver' | null> {
  const [who] = await tx
    .select({
      name: person.name,
      isSample: person.isSample,
      email: person.email,
      hasConsent: hasAgreed,
    })
    .from(person)
    .where(eq(person.id, personId))
    .for('update')
  // The sample and what is real never mix; and an account that everybody shares stays where it is.
  if (!who || who.isSample !== isSample || isSharedAccount(who)) return 'not-receiver'
  if (who.name !== '') return null
  if (!name) return 'name-missing'
  if (!who.hasConsent && !consents.some(({ kind }) => kind === 'privacy')) return 'consent-missing'
  await tx.update(person).set({ name, updatedAt: now }).where(eq(person.id, personId))
  await recordConsents(tx, { personId, locale, consents, now, newId })
  return null
}

/** The receiver's session acts for the organisation from now on. */
async function actFor(
  db: Context['db'],
  {
    personId,
    organisation,
    sessionId,
    cookies,
  }: { personId: string; organisation: { id: string }; sessionId: string | null; cookies: string[] },
): Promise<void> {
  const token = cookies.map((line) => /session_token=([^;]+)/.exec(line)?.[1]).find(Boolean)
  const which = token
    ? eq(session.token, decodeURIComponent(token).split('.')[0] ?? '')
    : sessionId
      ? eq(session.id, sessionId)
      : null
  if (!which) return
  await db
    .update(session)
    .set({ organisationId: organisation.id })
    .where(and(which, eq(session.personId, personId)))
}
