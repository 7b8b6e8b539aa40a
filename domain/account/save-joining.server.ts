import { and, eq, isNull, sql } from 'drizzle-orm'
import { countAgainstLimit } from '~/db/rate-limit.server'
import { joining } from '~/db/schema/joining'
import type { GivenConsent } from '~/db/schema/one-time-code'
import { person } from '~/db/schema/person'
import { district } from '~/db/schema/region'
import { inTransaction } from '~/db/transaction.server'
import type { JoiningKind } from '../shared/account-enums'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { parsePhone } from '../shared/phone'
import { isSharedAccount } from '../shared/shared-account.server'
import { recordConsents } from './give-consents.server'
import {
  type JoiningProblems,
  joiningProblems,
  joiningSchema,
  keptValues,
  wholeValues,
} from './joining.schema'
import { SAVE_LIMIT } from './joining-limit'

export type SaveJoiningInput =
  /** Which kind of organisation, and what is agreed to in this language. Begins anew after a hand-in. */
  | { step: 'start'; kind: JoiningKind; consents: readonly GivenConsent[]; locale: Locale }
  /** What was typed, right or wrong. */
  | { step: 'who'; typed: Readonly<Record<string, unknown>> }

export type SaveJoiningOutcome =
  /** Kept; `problems`: what has to be mended before it can be handed in. */
  | { kind: 'saved'; problems: JoiningProblems }
  /** Nothing was begun, or it is handed in already. */
  | { kind: 'not-begun' }
  /** With a sample account that everybody may use. */
  | { kind: 'shared' }
  | { kind: 'too-many'; retryAfterSeconds: number }

/**
 * Keeps a step of joining as it was typed, so that any device of the person goes on with it.
 * @throws AppError 'forbidden' for visitors.
 */
export async function saveJoining(context: Context, input: SaveJoiningInput): Promise<SaveJoiningOutcome> {
  const { db, actor, now, newId } = context
  if (actor.kind !== 'person') throw new AppError('forbidden')
  const { personId } = actor
  const limited = await countAgainstLimit(db, SAVE_LIMIT, `joining:${personId}`, now)
  if (!limited.allowed) return { kind: 'too-many', retryAfterSeconds: limited.retryAfterSeconds }
  return inTransaction(db, async (tx): Promise<SaveJoiningOutcome> => {
    const [self] = await tx
      .select({ isSample: person.isSample, email: person.email })
      .from(person)
      .where(and(eq(person.id, personId), isNull(person.deletedAt)))
    if (!self) throw new AppError('forbidden')
    if (isSharedAccount(self)) return { kind: 'shared' }
    const { isSample } = self
    if (input.step === 'start') {
      const { kind, consents, locale } = input
      await recordConsents(tx, { personId, locale, consents, now, newId })
      const fresh = { kind, updatedAt: now }
      await tx
        .insert(joining)
        .values({ personId, isSample, createdAt: now, ...fresh })
        .onConflictDoUpdate({
          target: joining.personId,
          set: {
            ...fresh,
            // What was handed in is done with: this is another organisation.
            fields: sql`case when ${joining.handedInAt} is null then ${joining.fields} else '{}' end`,
            claimedId: sql`case when ${joining.handedInAt} is null then ${joining.claimedId} end`,
            handedInAt: null,
          },
        })
      return { kind: 'saved', problems: {} }
    }
    const [saved] = await tx
      .update(joining)
      .set({
        fields: sql`${joining.fields} || ${JSON.stringify(keptValues(input.typed))}::jsonb`,
        updatedAt: now,
      })
      .where(and(eq(joining.personId, personId), isNull(joining.handedInAt)))
      .returning({ kind: joining.kind, fields: joining.fields })
    if (!saved?.kind) return { kind: 'not-begun' }
    const parsed = joiningSchema({ kind: saved.kind, isSample, parsePhone }).safeParse(
      wholeValues(saved.fields),
    )
    if (!parsed.success) return { kind: 'saved', problems: joiningProblems(parsed.error) }
    const { districtCode, regencyCode } = parsed.data
    if (districtCode !== null && regencyCode !== null) {
      const known = await tx
        .select({ code: district.code })
        .from(district)
        .where(and(eq(district.code, districtCode), eq(district.regencyCode, regencyCode)))
      if (known.length === 0) return { kind: 'saved', problems: { districtCode: 'district-missing' } }
    }
    return { kind: 'saved', problems: {} }
  })
}
