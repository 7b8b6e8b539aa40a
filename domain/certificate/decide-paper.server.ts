import { and, eq } from 'drizzle-orm'
import { certificate } from '~/db/schema/certificate'
import { inTransaction } from '~/db/transaction.server'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { typedText } from '../shared/typed-text'
import type { PaperDecision } from './shown-paper'
import { tellOfPaper } from './tell-of-paper.server'

const LONGEST_REASON = 500

export interface DecidePaperInput {
  id: string
  /** The `seen` of the paper that was looked at: another file or number needs another look. */
  seen: number
  decision: PaperDecision
  /** Why it is objected to: the pesantren reads it. */
  reason: string
}

export type DecidePaperOutcome = { kind: 'decided' } | { kind: 'changed' } | { kind: 'reason-missing' }

/**
 * The organiser's word about a paper whose file it has seen: verified, or what is wrong with it; either can be taken
 * back.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' for what has no file to look at.
 */
export async function decidePaper(
  context: Context,
  { id, seen, decision, reason }: DecidePaperInput,
): Promise<DecidePaperOutcome> {
  const { isSample, personId } = requireOrganiser(context.actor)
  const { now } = context
  const objection = typedText(reason).trim().slice(0, LONGEST_REASON)
  return inTransaction(context.db, async (tx): Promise<DecidePaperOutcome> => {
    const [paper] = isId(id)
      ? await tx
          .select()
          .from(certificate)
          .where(and(eq(certificate.id, id), eq(certificate.isSample, isSample)))
          .for('update')
      : []
    if (!paper?.fileHash) throw new AppError('not-found')
    if (paper.updatedAt.getTime() !== seen || paper.state === 'applied') return { kind: 'changed' }
    if (decision === 'object' && !objection) return { kind: 'reason-missing' }
    await tx
      .update(certificate)
      .set({
        state: decision === 'verify' ? 'verified' : 'declared',
        verifiedAt: decision === 'verify' ? now : null,
        verifiedBy: decision === 'verify' ? personId : null,
        objection: decision === 'object' ? objection : null,
        updatedAt: now,
      })
      .where(eq(certificate.id, id))
    await tellOfPaper(tx, context, paper)
    return { kind: 'decided' }
  })
}
