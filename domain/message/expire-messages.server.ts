import { sql } from 'drizzle-orm'
import type { Context } from '../shared/context'

/**
 * Makes messages void whose time is over before they went, and erases what opens something (a code, a link)
 * from all that are of no more use. What WhatsApp took and hasn't told of may fail yet, and go again: it keeps
 * its own until its time is over.
 * @returns how many became void.
 */
export async function expireMessages({ db, now }: Pick<Context, 'db' | 'now'>): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`
  const rows = await db.execute(sql`
    update message set state = 'void', failure = 'expired', settled_at = ${at}, updated_at = ${at}
    where state in ('waiting', 'unknown', 'kept') and expires_at < ${at}
    returning id`)
  await db.execute(sql`
    update message set variables = variables - 'code' - 'token'
    where template in ('sign-in-code', 'organisation-invitation') and variables ?| array['code', 'token']
      and (expires_at < ${at} or state in ('delivered', 'read', 'void'))`)
  return rows.length
}
