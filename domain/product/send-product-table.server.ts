import { eq } from 'drizzle-orm'
import { productImport } from '~/db/schema/product-import'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { decodeTable, parseTable } from './parse-table'
import type { SendTableOutcome } from './product-import'
import type { AllTableWords } from './product-table'

/**
 * Takes a table of goods as a file or as pasted text, and keeps it until it is brought in, another is sent, or a day
 * has gone by. None of the goods is changed.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function sendProductTable(
  { db, actor, now, newId }: Pick<Context, 'db' | 'actor' | 'now' | 'newId'>,
  { bytes, locale, words }: { bytes: Uint8Array; locale: Locale; words: AllTableWords },
): Promise<SendTableOutcome> {
  const { organisationId } = requirePesantrenWriter(actor)
  const content = decodeTable(bytes)
  if (typeof content !== 'string') return { kind: 'problem', problem: content }
  const table = parseTable(content, words)
  if ('kind' in table) return { kind: 'problem', problem: table }
  if (table.rows.length === 0) return { kind: 'problem', problem: { kind: 'empty' } }
  const id = newId()
  await inTransaction(db, async (tx) => {
    await tx.delete(productImport).where(eq(productImport.organisationId, organisationId))
    // PostgreSQL keeps no such character in a text.
    await tx
      .insert(productImport)
      .values({ id, organisationId, content: content.replaceAll('\0', ''), locale, createdAt: now })
  })
  return { kind: 'sent', id }
}
