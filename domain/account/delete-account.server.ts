import { and, eq } from 'drizzle-orm'
import { membership } from '~/db/schema/membership'
import { organisation } from '~/db/schema/organisation'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { partiesOfOpenMeetings } from '../shared/end-meetings.server'
import { ensureSeats, lockSeats } from '../shared/lock-seats.server'
import { checkPassword } from './check-password.server'
import { closeOrganisation } from './close-organisation.server'
import type { Asker } from './count-code.server'
import { type CountedGuess, countGuess, takeBackGuess } from './count-guess.server'
import type { Auth } from './create-auth.server'
import { CLOSE, partingBy, partingOf } from './deletion'
import { erasePerson } from './erase-person.server'
import { lockTeam } from './lock-team.server'
import { type CheckedCode, checkCode } from './one-time-code.server'
import { ownPerson, ownPersonToChange } from './own-person.server'
import { typedCode } from './typed-code'

/** How often the plan is made anew when others' meetings change under it. */
const PLANS = 8

export type DeletionProof =
  | { kind: 'password'; password: string; auth: Auth }
  | ({ kind: 'code'; challenge: string; code: string; secret: string } & Asker)

export interface DeleteAccountInput {
  proof: DeletionProof
  /** By the id of each organisation that would have nobody left: who takes over, or CLOSE. */
  choices: Readonly<Record<string, string | undefined>>
}

export type DeleteAccountOutcome =
  | { kind: 'deleted' }
  /** For this one it has to be said who takes over, or that it closes. No code was used. */
  | { kind: 'undecided'; organisationId: string }
  /** The organiser's last member. */
  | { kind: 'stuck'; organisationId: string }
  | { kind: 'wrong-password' }
  | { kind: 'too-many'; retryAfterSeconds: number }
  | { kind: 'missing-code' }
  | Exclude<CheckedCode, { kind: 'right' }>

/** Others have made a meeting with an organisation that closes: their seats have to be locked, too. */
class PlanChanged extends Error {}
/** Takes back what the transaction has done so far, the code's use among it. */
class Refused extends Error {
  constructor(readonly outcome: DeleteAccountOutcome) {
    super(outcome.kind)
  }
}

/**
 * Deletes the account of who asks, who shows by a password or a code that it is them. One transaction; what it
 * locks it locks in everybody's order: the person, seats, teams. A booking at the same time comes before it
 * and is called off, or after it and finds the organisation closed.
 * @throws AppError 'forbidden' for visitors, and in an account that everybody shares.
 */
export async function deleteAccount(
  context: Context,
  { proof, choices }: DeleteAccountInput,
): Promise<DeleteAccountOutcome> {
  const { db, actor } = context
  const own = await ownPerson(db, actor)
  if (own.isShared) throw new AppError('forbidden', 'an account that everybody shares')
  let guess: CountedGuess | null = null
  if (proof.kind === 'password') {
    const { auth, password } = proof
    const checked = await checkPassword(context, { auth, personId: own.id, password })
    if (checked.kind === 'wrong') return { kind: 'wrong-password' }
    if (checked.kind === 'too-many') return checked
  } else {
    if (!typedCode(proof.code)) return { kind: 'missing-code' }
    const { challenge, clientKey, device } = proof
    guess = await countGuess(context, { challenge, purpose: 'delete', clientKey, device })
  }
  for (let plan = 1; ; plan++) {
    const locks = await seatsToLock(context, own.id, choices)
    if (locks.length > 0) await ensureSeats(context, locks)
    try {
      const tries = guess?.tries ?? 0
      const outcome = await inTransaction(db, (tx) =>
        deleteLocked(tx, context, { proof, choices, locks, tries }),
      )
      if (guess && outcome.kind !== 'wrong') await takeBackGuess(context, guess)
      return outcome
    } catch (error) {
      if (error instanceof Refused) {
        // The code was right, or another's.
        if (guess) await takeBackGuess(context, guess)
        return error.outcome
      }
      if (!(error instanceof PlanChanged) || plan === PLANS) throw error
    }
  }
}

/** The organisations that may close, and everybody they have something open with. */
async function seatsToLock(
  { db, now }: Pick<Context, 'db' | 'now'>,
  personId: string,
  choices: DeleteAccountInput['choices'],
): Promise<string[]> {
  const ids = (await ownTeams(db, personId)).map(({ id }) => id).filter((id) => choices[id] === CLOSE)
  return partiesOfOpenMeetings(db, ids, now)
}

function ownTeams(db: Pick<Transaction, 'select'>, personId: string) {
  return db
    .select({ id: organisation.id, kind: organisation.kind })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(eq(membership.personId, personId))
    .orderBy(organisation.id)
}

async function deleteLocked(
  tx: Transaction,
  context: Context,
  { proof, choices, locks, tries }: DeleteAccountInput & { locks: readonly string[]; tries: number },
): Promise<DeleteAccountOutcome> {
  const { actor, now } = context
  const own = await ownPersonToChange(tx, actor)
  if (proof.kind === 'code') {
    const { challenge, secret } = proof
    const code = typedCode(proof.code) ?? ''
    const checked = await checkCode(tx, { challenge, code, purpose: 'delete', now, secret, tries })
    // A wrong try has to stay counted.
    if (checked.kind !== 'right') return checked
    if (checked.row.personId !== own.id) throw new Refused({ kind: 'unknown' })
  }
  if (locks.length > 0) await lockSeats(tx, locks)
  const closing: string[] = []
  for (const { id, kind } of await ownTeams(tx, own.id)) {
    const team = { organisationId: id, kind, members: await lockTeam(tx, id) }
    const parting = partingBy(team, own.id, choices[id])
    if (!parting) {
      const isStuck = partingOf(team, own.id) === 'stuck'
      throw new Refused({ kind: isStuck ? 'stuck' : 'undecided', organisationId: id })
    }
    if (parting.kind === 'closes') closing.push(id)
    if (parting.kind === 'taken-over') {
      await tx
        .update(membership)
        .set({ role: 'owner' })
        .where(and(eq(membership.organisationId, id), eq(membership.personId, parting.by)))
    }
  }
  const parties = await partiesOfOpenMeetings(tx, closing, now)
  if (parties.some((id) => !locks.includes(id))) throw new PlanChanged()
  for (const organisationId of closing)
    await closeOrganisation(tx, context, { organisationId, personId: own.id })
  await erasePerson(tx, context, own)
  return { kind: 'deleted' }
}
