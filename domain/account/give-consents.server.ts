import { and, eq, inArray, isNull } from 'drizzle-orm'
import { consent } from '~/db/schema/consent'
import type { GivenConsent } from '~/db/schema/one-time-code'
import type { Transaction } from '~/db/transaction.server'
import type { Locale } from '../shared/locale'

export interface ConsentsGiven {
  personId: string
  /** The language that they were shown in. */
  locale: Locale
  consents: readonly GivenConsent[]
  now: Date
  newId: () => string
}

/**
 * Writes down what somebody agreed to, in the words that were shown, in the transaction that makes or changes
 * the person. What is agreed to already, in the same version, is not written twice; another version takes the
 * place of the one before, which stays readable as taken back then.
 */
export async function recordConsents(
  tx: Transaction,
  { personId, locale, consents, now, newId }: ConsentsGiven,
): Promise<void> {
  const byKind = new Map(consents.map((given) => [given.kind, given]))
  if (byKind.size === 0) return
  const valid = await tx
    .select({ id: consent.id, kind: consent.kind, textVersion: consent.textVersion })
    .from(consent)
    .where(
      and(
        eq(consent.personId, personId),
        inArray(consent.kind, [...byKind.keys()]),
        isNull(consent.withdrawnAt),
      ),
    )
    .for('update')
  const replaced = valid.filter(({ kind, textVersion }) => byKind.get(kind)?.textVersion !== textVersion)
  const had = new Set(valid.filter((row) => !replaced.includes(row)).map(({ kind }) => kind))
  if (replaced.length > 0) {
    await tx
      .update(consent)
      .set({ withdrawnAt: now })
      .where(
        inArray(
          consent.id,
          replaced.map(({ id }) => id),
        ),
      )
  }
  for (const given of byKind.values()) {
    if (had.has(given.kind)) continue
    await tx.insert(consent).values({ id: newId(), personId, locale, ...given, grantedAt: now })
  }
}
