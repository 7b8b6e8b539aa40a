import { eq } from 'drizzle-orm'
import { person } from '~/db/schema/person'
import type { Context } from '../shared/context'
import type { Device } from './device.server'

/**
 * Who has come in once isn't kept waiting in this browser, at whichever of their proven addresses.
 * @returns Set-Cookie headers.
 */
export async function rememberDevice(
  db: Pick<Context['db'], 'select'>,
  device: Device | null | undefined,
  personId: string,
): Promise<string[]> {
  if (!device) return []
  const [own] = await db.select().from(person).where(eq(person.id, personId))
  const mail = own?.emailVerified && own.email ? [own.email.toLowerCase()] : []
  const phone = own?.phoneVerified && own.phoneE164 ? [own.phoneE164] : []
  return [device.remember(personId, [...mail, ...phone])]
}
