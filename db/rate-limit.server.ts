import { eq, sql } from 'drizzle-orm'
import type { Database } from './client.server'
import { rateLimit } from './schema/rate-limit'

export interface RateLimitRule {
  /** How many are let through in one window. */
  limit: number
  windowSeconds: number
}

export type RateLimitAnswer = { allowed: true } | { allowed: false; retryAfterSeconds: number }

/**
 * Counts one more under `key` in a fixed window that begins with the first. One statement, so that requests
 * at the same time are all counted. `key` holds a keyed hash of who asks, never an address.
 */
export async function countAgainstLimit(
  db: Pick<Database, 'insert'>,
  rule: RateLimitRule,
  key: string,
  now: Date,
): Promise<RateLimitAnswer> {
  const windowEndsAt = new Date(now.getTime() + rule.windowSeconds * 1000)
  const over = sql`${rateLimit.windowEndsAt} <= ${now.toISOString()}::timestamptz`
  const [row] = await db
    .insert(rateLimit)
    .values({ key, count: 1, windowEndsAt })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        // Stays just above the limit, however often somebody tries.
        count: sql`case when ${over} then 1 else least(${rateLimit.count}, ${rule.limit}::int) + 1 end`,
        windowEndsAt: sql`case when ${over} then excluded.window_ends_at else ${rateLimit.windowEndsAt} end`,
      },
    })
    .returning()
  if (!row || row.count <= rule.limit) return { allowed: true }
  return {
    allowed: false,
    retryAfterSeconds: Math.max(1, Math.ceil((row.windowEndsAt.getTime() - now.getTime()) / 1000)),
  }
}

/** Takes one back that was counted, because it turned out to be none of what is limited. */
export async function takeBackFromLimit(db: Pick<Database, 'update'>, key: string): Promise<void> {
  await db
    .update(rateLimit)
    .set({ count: sql`greatest(${rateLimit.count} - 1, 0)` })
    .where(eq(rateLimit.key, key))
}
