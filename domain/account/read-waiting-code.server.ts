import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { message } from '~/db/schema/message'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Address } from './address'

/**
 * The newest code that waits for an address and can't go to it, on an installation that has no WhatsApp and no
 * e-mail yet: whoever runs the product reads it in its database, and nobody by the web. Null: none waits.
 * @throws AppError 'forbidden' for everybody else.
 */
export async function readWaitingCode(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { channel, address }: Address,
): Promise<string | null> {
  if (actor.kind !== 'system') throw new AppError('forbidden')
  const [row] = await db
    .select({ code: sql<string | null>`${message.variables} ->> 'code'` })
    .from(message)
    .where(
      and(
        eq(message.template, 'sign-in-code'),
        eq(message.channel, channel),
        eq(message.address, address),
        eq(message.isSample, false),
        gt(message.expiresAt, now),
        sql`${message.state} in ('waiting', 'kept', 'dead')`,
      ),
    )
    .orderBy(desc(message.createdAt), desc(message.id))
    .limit(1)
  return row?.code ?? null
}
