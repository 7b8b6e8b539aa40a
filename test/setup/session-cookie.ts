import { createHmac, randomBytes } from 'node:crypto'
import { schema } from '~/db/schema'
import type { Actor } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { authSecret } from '~/server/auth-secret'
import type { TestDatabase } from './test-database'
import type { TestWeb } from './test-web'

/**
 * A `Cookie` header with which a test's web takes the request for the actor's: a row of a session, and its
 * token signed as better-auth signs it. The actor's person is in the database (`addPerson`).
 */
export async function sessionCookie(
  { connection: { db } }: Pick<TestDatabase, 'connection'>,
  { env }: Pick<TestWeb, 'env'>,
  actor: Extract<Actor, { kind: 'person' }>,
): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await db.insert(schema.session).values({
    id: newId(),
    personId: actor.personId,
    organisationId: actor.organisationId,
    token,
    expiresAt: new Date(Date.now() + 86_400_000),
  })
  const signature = createHmac('sha256', await authSecret(env))
    .update(token)
    .digest('base64')
  return `opop.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}
