import { and, desc, eq, ne } from 'drizzle-orm'
import { person } from '~/db/schema/person'
import { revision } from '~/db/schema/revision'
import type { Transaction } from '~/db/transaction.server'
import type { ProductFields } from './product-fields'
import { fieldsOfRevised, readRevised } from './revised-product'

export interface LastSaved {
  /** null: the person's account is gone, or history had not begun. */
  by: string | null
  at: Date | null
  /** What the edit was made on; null: history doesn't know. */
  base: ProductFields | null
}

/** Who saved a product last, and how it stood at `version`: what a later edit has to be held against. */
export async function lastSaved(
  tx: Transaction,
  { productId, version }: { productId: string; version: number },
): Promise<LastSaved> {
  const ofProduct = and(eq(revision.subject, 'product'), eq(revision.subjectId, productId))
  const [last] = await tx
    .select({ by: person.name, at: revision.createdAt })
    .from(revision)
    .leftJoin(person, eq(person.id, revision.personId))
    .where(and(ofProduct, ne(revision.action, 'state')))
    .orderBy(desc(revision.createdAt), desc(revision.id))
    .limit(1)
  const [base] = await tx
    .select({ fields: revision.fields })
    .from(revision)
    .where(and(ofProduct, ne(revision.action, 'state'), eq(revision.version, version)))
    .limit(1)
  return {
    by: last?.by || null,
    at: last?.at ?? null,
    base: base ? fieldsOfRevised(readRevised(base.fields)) : null,
  }
}
