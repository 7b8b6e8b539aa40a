import { and, eq, isNull, like, or, sql } from 'drizzle-orm'
import { countAgainstLimit } from '~/db/rate-limit.server'
import { seat } from '~/db/schema/availability'
import { consent } from '~/db/schema/consent'
import { joining } from '~/db/schema/joining'
import { membership } from '~/db/schema/membership'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import { district } from '~/db/schema/region'
import { session } from '~/db/schema/session'
import { organisationClaim, verificationEvent } from '~/db/schema/verification-event'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import type { JoiningKind } from '../shared/account-enums'
import { AppError } from '../shared/app-error'
import { clientCounters } from '../shared/client-counters'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { Locale } from '../shared/locale'
import { parsePhone } from '../shared/phone'
import { isSharedAccount, sharedOrganisations } from '../shared/shared-account.server'
import { alreadyHere } from './already-here.server'
import { freeSlug, slugBase } from './free-slug'
import { type JoiningFields, joiningSchema, keptValues, LONGEST, wholeValues } from './joining.schema'
import { HAND_IN_CLIENT_LIMIT, HAND_IN_LIMIT } from './joining-limit'
import { lastHandedIn } from './last-handed-in.server'

export interface HandInInput {
  /** Which of the pesantren that are here already it is: an id, 'none', or '' where nothing was chosen. */
  claim: string
  /** How the organiser can tell that it is theirs. */
  claimNote: string
  /** The language that it was written in. */
  locale: Locale
  clientKey: string
  /** The session acts for the new organisation from now on. */
  sessionId: string | null
}

export type HandInOutcome =
  /** `already`: it was handed in before, by the same tap or on another device. */
  | { kind: 'handed-in'; organisationId: string; isClaim: boolean; already: boolean }
  /** A step before isn't done, or was changed meanwhile: `readJoining` tells which. */
  | { kind: 'unfinished' }
  /** Others of this name are here: has to be said whether it is one of them. */
  | { kind: 'claim-missing' }
  /** Who hands in, or what is claimed, is one of the sample that everybody may use. */
  | { kind: 'shared' | 'claim-shared' }
  | { kind: 'note-missing' | 'note-too-long' }
  | { kind: 'too-many'; retryAfterSeconds: number }

/** Takes back what the transaction has written. */
class TooMany extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('too many organisations')
  }
}

/**
 * Hands in what was filled in: a new organisation that waits for the organiser's word and that the person owns;
 * or, for one that is here already, the question whether they may act for it. Once, however often it is sent.
 * @throws AppError 'forbidden' for visitors.
 */
export async function handIn(context: Context, input: HandInInput): Promise<HandInOutcome> {
  const { db, actor } = context
  if (actor.kind !== 'person') throw new AppError('forbidden')
  const { personId } = actor
  try {
    return await inTransaction(db, (tx) => handInOnce(tx, context, personId, input))
  } catch (error) {
    if (error instanceof TooMany) return { kind: 'too-many', retryAfterSeconds: error.retryAfterSeconds }
    throw error
  }
}

async function handInOnce(
  tx: Transaction,
  context: Context,
  personId: string,
  input: HandInInput,
): Promise<HandInOutcome> {
  const { now } = context
  // A second tap waits here, and finds it handed in.
  const [begun] = await tx.select().from(joining).where(eq(joining.personId, personId)).for('update')
  if (!begun) return { kind: 'unfinished' }
  if (begun.handedInAt) {
    const last = await lastHandedIn(tx, personId)
    if (!last) return { kind: 'unfinished' }
    return { kind: 'handed-in', organisationId: last.organisationId, isClaim: last.isClaim, already: true }
  }
  const [self] = await tx
    .select({
      isSample: person.isSample,
      email: person.email,
      phoneE164: person.phoneE164,
      isProven: person.phoneVerified,
    })
    .from(person)
    .where(and(eq(person.id, personId), isNull(person.deletedAt)))
  if (!self) throw new AppError('forbidden')
  if (isSharedAccount(self)) return { kind: 'shared' }
  const { isSample } = self
  const fields = begun.kind && (await hasConsented(tx, personId)) ? parse(begun.kind) : null
  if (!begun.kind || !fields || !(await isKnownPlace(tx, fields))) return { kind: 'unfinished' }

  const here =
    begun.kind === 'pesantren'
      ? await alreadyHere(tx, {
          ...fields,
          personId,
          phoneE164: self.isProven ? self.phoneE164 : null,
          isSample,
        })
      : []
  if (here.length > 0 && input.claim !== 'none' && !here.some(({ id }) => id === input.claim)) {
    return { kind: 'claim-missing' }
  }
  const claimedId = isId(input.claim) && here.length > 0 ? input.claim : null
  if (claimedId && (await sharedOrganisations(tx, [claimedId])).size > 0) return { kind: 'claim-shared' }
  const note = keptValues({ claimNote: input.claimNote }).claimNote?.trim() ?? ''
  if (claimedId && !/\p{L}{2}/u.test(note)) return { kind: 'note-missing' }
  if (claimedId && note.length > LONGEST.claimNote) return { kind: 'note-too-long' }

  const organisationId = claimedId
    ? await claim(tx, context, { organisationId: claimedId, personId, note, isSample })
    : await addOrganisation(tx, context, {
        kind: begun.kind,
        fields,
        locale: input.locale,
        personId,
        isSample,
      })
  await tx
    .update(joining)
    .set({ fields: {}, claimedId, handedInAt: now, updatedAt: now })
    .where(eq(joining.personId, personId))
  await tx.update(person).set({ name: fields.personName, updatedAt: now }).where(eq(person.id, personId))
  if (!claimedId && input.sessionId) {
    await tx
      .update(session)
      .set({ organisationId, updatedAt: now })
      .where(and(eq(session.id, input.sessionId), eq(session.personId, personId)))
  }
  // Last, so that somebody's many don't make others wait.
  for (const [rule, key] of [
    [HAND_IN_LIMIT, `hand-in:${personId}`] as const,
    ...clientCounters(HAND_IN_CLIENT_LIMIT, { name: 'hand-in', clientKey: input.clientKey }),
  ]) {
    const limited = await countAgainstLimit(tx, rule, key, now)
    if (!limited.allowed) throw new TooMany(limited.retryAfterSeconds)
  }
  return { kind: 'handed-in', organisationId, isClaim: claimedId !== null, already: false }

  function parse(kind: JoiningKind): JoiningFields | null {
    const rules = { kind, isSample, parsePhone }
    return joiningSchema(rules).safeParse(wholeValues(begun?.fields ?? {})).data ?? null
  }
}

async function hasConsented(tx: Transaction, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: consent.id })
    .from(consent)
    .where(and(eq(consent.personId, personId), eq(consent.kind, 'privacy'), isNull(consent.withdrawnAt)))
    .limit(1)
  return rows.length > 0
}

async function isKnownPlace(tx: Transaction, fields: JoiningFields): Promise<boolean> {
  const { districtCode, regencyCode } = fields
  if (districtCode === null || regencyCode === null) return true
  const rows = await tx
    .select({ code: district.code })
    .from(district)
    .where(and(eq(district.code, districtCode), eq(district.regencyCode, regencyCode)))
  return rows.length > 0
}

interface NewOrganisation {
  kind: JoiningKind
  fields: JoiningFields
  locale: Locale
  personId: string
  isSample: boolean
}

/**
 * A pesantren meets with two, a company with one, until they say otherwise. Its open times it states itself:
 * without a row of them it takes requests.
 */
async function addOrganisation(
  tx: Transaction,
  { newId, now }: Context,
  { kind, fields, locale, personId, isSample }: NewOrganisation,
): Promise<string> {
  const { personName: _, buys, ...said } = fields
  const id = newId()
  await insertNamed(tx, slugBase(fields.name, kind), {
    ...said,
    id,
    kind,
    story: buys ? { [locale]: buys } : null,
    verification: 'pending',
    verificationAt: now,
    boothState: kind === 'pesantren' ? 'making' : 'published',
    isSample,
    createdAt: now,
    updatedAt: now,
  })
  await tx.insert(membership).values({ personId, organisationId: id, role: 'owner', createdAt: now })
  const seats = kind === 'pesantren' ? [1, 2] : [1]
  await tx.insert(seat).values(seats.map((number) => ({ organisationId: id, number, createdAt: now })))
  await tx
    .insert(verificationEvent)
    .values({ organisationId: id, kind: 'submitted', personId, createdAt: now })
  return id
}

/** Writes it under the first free slug; one that somebody else takes meanwhile is passed over. */
async function insertNamed(
  tx: Transaction,
  base: string,
  values: Omit<typeof organisation.$inferInsert, 'slug'> & { id: string },
): Promise<void> {
  for (let round = 0; ; round += 1) {
    const rows = await tx
      .select({ slug: organisation.slug })
      .from(organisation)
      .where(or(eq(organisation.slug, base), like(organisation.slug, `${base}-%`)))
    const free = freeSlug(base, new Set(rows.map(({ slug }) => slug)))
    // Many of one name at the same moment: an end that nobody else has.
    const slug = round < 8 ? free : `${base}-${values.id.slice(-12)}`
    const written = await tx
      .insert(organisation)
      .values({ ...values, slug })
      .onConflictDoNothing({ target: organisation.slug })
      .returning({ id: organisation.id })
    if (written.length > 0) return
    if (round > 8) throw new Error('no free slug')
  }
}

async function claim(
  tx: Transaction,
  { newId, now }: Context,
  {
    organisationId,
    personId,
    note,
    isSample,
  }: { organisationId: string; personId: string; note: string; isSample: boolean },
): Promise<string> {
  const written = await tx
    .insert(organisationClaim)
    .values({ id: newId(), organisationId, personId, note, isSample, createdAt: now })
    .onConflictDoNothing({
      target: [organisationClaim.organisationId, organisationClaim.personId],
      where: sql`${organisationClaim.state} = 'pending'`,
    })
    .returning({ id: organisationClaim.id })
  if (written.length > 0) {
    await tx
      .insert(verificationEvent)
      // What was noted stays with the claim, which forgets it in time; the history never does.
      .values({ organisationId, kind: 'claimed', personId, createdAt: now })
  }
  return organisationId
}
