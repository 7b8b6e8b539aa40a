import { and, eq } from 'drizzle-orm'
import { payout } from '~/db/schema/ledger'
import { organisation } from '~/db/schema/organisation'
import { inTransaction } from '~/db/transaction.server'
import type { PhotoProblem } from '../photo/photo-problems'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { formId, isFormToken } from '../shared/form-id.server'
import { isId } from '../shared/ids'
import { keepPicture } from './keep-picture.server'
import { nothingOwed, queryOwed } from './owed.server'
import { postEntry } from './post-entry.server'

export interface PayoutInput {
  /** The form's own: sent twice, it is one pay-out. */
  token: string
  organisationId: string
  amountMinor: number
  /** The day at the bank, 'YYYY-MM-DD'. */
  paidOn: string
  /** The bank's reference. */
  reference: string
  /** A picture of the bank's paper; null: none. */
  proof: Buffer | null
}

export type PayoutRecorded =
  | { kind: 'recorded' | 'already'; payoutId: string }
  | { kind: 'too-much'; releasableMinor: number }
  /** No whole rupiah above zero. */
  | { kind: 'bad-amount' }
  | { kind: 'bad-picture'; problem: PhotoProblem }

/**
 * The organiser has paid a pesantren what its sent samples brought; never more than can be paid out now.
 * @throws AppError 'forbidden' for everybody but the organiser, 'not-found' for no pesantren of its kind.
 */
export async function recordPayout(context: Context, input: PayoutInput): Promise<PayoutRecorded> {
  const { db, actor, now } = context
  const { personId, isSample } = requireOrganiser(actor)
  const { organisationId, amountMinor, paidOn } = input
  if (!isId(organisationId)) throw new AppError('not-found')
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0 || amountMinor % 100 !== 0) {
    return { kind: 'bad-amount' }
  }
  const kept = input.proof && (await keepPicture(context, { prefix: 'proofs/', bytes: input.proof }))
  if (kept?.kind === 'refused') return { kind: 'bad-picture', problem: kept.problem }
  const id = isFormToken(input.token) ? formId(input.token, [organisationId]) : context.newId()

  return inTransaction(db, async (tx): Promise<PayoutRecorded> => {
    // Against its books too: a line of a pesantren's waits for this lock.
    const [whose] = await tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(
        and(
          eq(organisation.id, organisationId),
          eq(organisation.kind, 'pesantren'),
          eq(organisation.isSample, isSample),
        ),
      )
      .for('update')
    if (!whose) throw new AppError('not-found')
    const [earlier] = await tx.select({ id: payout.id }).from(payout).where(eq(payout.id, id))
    if (earlier) return { kind: 'already', payoutId: id }
    const [owed = nothingOwed(organisationId)] = await queryOwed(tx, { organisationId })
    if (amountMinor > owed.releasableMinor) {
      return { kind: 'too-much', releasableMinor: owed.releasableMinor }
    }
    await tx.insert(payout).values({
      id,
      organisationId,
      amountMinor,
      paidOn,
      reference: input.reference.trim(),
      proofKey: kept?.key ?? null,
      personId,
      isSample,
      createdAt: now,
    })
    await postEntry(tx, context, {
      key: `pay-out:${id}`,
      kind: 'pay-out',
      organisationId,
      happenedAt: now,
      isSample,
      lines: [
        { account: 'pesantren', organisationId, amountMinor },
        { account: 'bank', amountMinor: -amountMinor },
      ],
    })
    return { kind: 'recorded', payoutId: id }
  })
}
