import { sql } from 'drizzle-orm'
import type { inquiry } from '~/db/schema/inquiry'
import { person } from '~/db/schema/person'
import type { Withheld } from './inquiry-view'

/**
 * Whether somebody of the sample wrote it. With the join of `person`. Visitors of the sample hall are real
 * people, and its accounts are open to everybody.
 */
export const writtenBySample = sql<boolean>`coalesce(${person.isSample}, false)`

type Row = Pick<typeof inquiry.$inferSelect, 'channel' | 'isSample' | 'erasedAt'>

/** Why what was written isn't shown; null: it is. */
export function withheldOf({ channel, isSample, erasedAt }: Row, bySample: boolean): Withheld | null {
  if (erasedAt !== null) return 'erased'
  if (channel === 'whatsapp') return 'on-phone'
  return isSample && !bySample ? 'sample' : null
}
