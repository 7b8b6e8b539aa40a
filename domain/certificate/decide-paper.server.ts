import { and, eq, getTableColumns } from 'drizzle-orm'
import { certificate } from '~/db/schema/certificate'
import { organisation } from '~/db/schema/organisation'
import { inTransaction } from '~/db/transaction.server'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { tellOwners } from '../shared/tell-owners.server'
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
 * The organiser's word about a paper whose file it has seen: verified, or what is wrong with it, with its message to
 * the owners; either can be taken back.
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
          .select({ ...getTableColumns(certificate), organisationName: organisation.name })
          .from(certificate)
          .innerJoin(organisation, eq(organisation.id, certificate.organisationId))
          .where(and(eq(certificate.id, id), eq(certificate.isSample, isSample)))
          .for('update', { of: certificate })
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
    if (decision === 'take-back') return { kind: 'decided' }
    const told = {
      certificateId: id,
      organisation: paper.organisationName,
      kind: paper.kind,
      number: paper.number,
    }
    const news = {
      organisation: { id: paper.organisationId, isSample },
      eventId: `${id}:${now.getTime()}`,
    }
    await (decision === 'verify'
      ? tellOwners(tx, context, { ...news, template: 'paper-verified', variables: told })
      : tellOwners(tx, context, {
          ...news,
          template: 'paper-objected',
          variables: { ...told, reason: objection },
        }))
    return { kind: 'decided' }
  })
}
