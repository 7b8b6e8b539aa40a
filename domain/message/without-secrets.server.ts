import { type SQL, sql } from 'drizzle-orm'
import { message } from '~/db/schema/message'

/** A message's variables without what opens something: a code, the token of a link. */
export function withoutSecrets(): SQL<Record<string, unknown>> {
  return sql`${message.variables} - 'code' - 'token'`
}
