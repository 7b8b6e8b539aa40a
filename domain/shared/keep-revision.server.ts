import { and, eq, inArray } from 'drizzle-orm'
import { revision } from '~/db/schema/revision'
import type { Transaction } from '~/db/transaction.server'
import { changedFields } from './changed-fields'
import type { Context } from './context'
import type { RevisionAction } from './enums'
import { inParts } from './in-parts'

interface KeptRevision {
  organisationId: string
  subject: 'booth' | 'product'
  /** The organisation of a booth, the product of a product. */
  subjectId: string
  action: Exclude<RevisionAction, 'before'>
  /** How it stood until now; null: it is new. */
  before: { version: number; fields: object } | null
  /** How it stands from now on. Never a phone number: history outlives the wish to be forgotten. */
  after: { version: number; fields: object }
  /** The version that was brought back; only with 'restored'. */
  restoredVersion?: number
}

/**
 * Writes down who changed what, in the transaction of the change; the caller holds the subject's row. Where history
 * has not begun yet, what stood until now goes before it, so that the first change can be taken back too.
 * A change that changed nothing is not written, unless something was brought back by it.
 */
export async function keepRevision(
  tx: Transaction,
  context: Pick<Context, 'actor' | 'now' | 'newId'>,
  kept: KeptRevision,
): Promise<void> {
  await keepRevisions(tx, context, [kept])
}

/** The same for many subjects of one kind, each once, in a few statements. */
export async function keepRevisions(
  tx: Transaction,
  { actor, now, newId }: Pick<Context, 'actor' | 'now' | 'newId'>,
  all: readonly KeptRevision[],
): Promise<void> {
  const changes = all
    .map((one) => ({
      ...one,
      changed: one.before ? changedFields({ ...one.before.fields }, { ...one.after.fields }) : [],
    }))
    .filter(({ before, changed, action }) => !before || changed.length > 0 || action === 'restored')
  for (const part of inParts(changes)) {
    const begun = await withHistory(tx, part)
    const rows = part.flatMap(({ organisationId, subject, subjectId, before, after, ...change }) => {
      const row = { organisationId, subject, subjectId }
      const isFirst = before && !begun.has(subjectId)
      return [
        // A moment earlier: it was there when this one came.
        ...(isFirst
          ? [
              {
                ...row,
                id: newId(),
                version: before.version,
                action: 'before' as const,
                fields: { ...before.fields },
                createdAt: new Date(now.getTime() - 1),
              },
            ]
          : []),
        {
          ...row,
          id: newId(),
          version: after.version,
          action: change.action,
          personId: actor.kind === 'person' ? actor.personId : null,
          fields: { ...after.fields },
          changed: change.changed,
          restoredVersion: change.restoredVersion ?? null,
          createdAt: now,
        },
      ]
    })
    await tx.insert(revision).values(rows)
  }
}

/** Those of the subjects that have a history. */
async function withHistory(tx: Transaction, changes: readonly KeptRevision[]): Promise<Set<string>> {
  const old = changes.filter(({ before }) => before)
  const [first] = old
  if (!first) return new Set()
  const ids = old.map(({ subjectId }) => subjectId)
  const rows = await tx
    .selectDistinct({ id: revision.subjectId })
    .from(revision)
    .where(and(eq(revision.subject, first.subject), inArray(revision.subjectId, ids)))
  return new Set(rows.map(({ id }) => id))
}
