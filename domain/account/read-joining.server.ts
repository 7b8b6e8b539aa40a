import { and, eq, isNull, sql } from 'drizzle-orm'
import { consent } from '~/db/schema/consent'
import { joining } from '~/db/schema/joining'
import { person } from '~/db/schema/person'
import type { JoiningKind } from '../shared/account-enums'
import type { Context } from '../shared/context'
import { parsePhone } from '../shared/phone'
import { type JoiningStep, type JoiningValues, nextStep, wholeValues } from './joining.schema'

export interface JoiningView {
  /** Null: not said yet. */
  kind: JoiningKind | null
  /** As typed. */
  values: JoiningValues
  /** Of the pesantren that is already here and that the person has said is theirs. */
  claimedId: string | null
  /** Where to go on: see `stepPath`. */
  step: JoiningStep
}

/** What the actor has begun and not handed in yet; null: nothing. Nobody else's is ever read. One query. */
export async function readJoining({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<JoiningView | null> {
  if (actor.kind !== 'person') return null
  const [row] = await db
    .select({
      kind: joining.kind,
      fields: joining.fields,
      claimedId: joining.claimedId,
      isSample: person.isSample,
      hasConsented: sql<boolean>`exists (select from ${consent} where ${consent.personId} = ${person.id}
        and ${consent.kind} = 'privacy' and ${consent.withdrawnAt} is null)`,
    })
    .from(joining)
    .innerJoin(person, eq(person.id, joining.personId))
    .where(and(eq(joining.personId, actor.personId), isNull(joining.handedInAt)))
  if (!row) return null
  const { kind, claimedId, hasConsented, isSample } = row
  const values = wholeValues(row.fields)
  return { kind, values, claimedId, step: nextStep({ kind, hasConsented, values, isSample, parsePhone }) }
}
