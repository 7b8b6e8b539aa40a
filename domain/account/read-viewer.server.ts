import { and, asc, eq, isNull, or } from 'drizzle-orm'
import { membership } from '~/db/schema/membership'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import type { Actor, Context } from '../shared/context'
import type { Auth } from './create-auth.server'
import { isSampleEditionOpen } from './sample-sign-in.server'
import { actorOf, type Viewer } from './viewer'

export interface SignedIn {
  sessionId: string
  actor: Actor
  viewer: Viewer
}

export interface ReadSession {
  /** Null: nobody, whatever the cookie says. */
  signedIn: SignedIn | null
  /** Set-Cookie headers for the answer: the session slid on, or its cookie is stale. */
  cookies: string[]
}

/**
 * Who a request's session cookie stands for. Anybody may ask, of their own cookie. A sample person is
 * nobody while the open edition isn't the sample. better-auth reads session and person; this one query more.
 * @throws whatever a database throws that does not answer.
 */
export async function readViewer(
  { db }: Pick<Context, 'db'>,
  { auth, cookie }: { auth: Auth; cookie: string },
): Promise<ReadSession> {
  const { response: found, headers } = await auth.api.getSession({
    headers: new Headers({ cookie }),
    returnHeaders: true,
  })
  const cookies = headers.getSetCookie()
  if (!found) return { signedIn: null, cookies }
  const rows = await db
    .select({
      personName: person.name,
      locale: person.locale,
      timeZone: person.timeZone,
      id: organisation.id,
      name: organisation.name,
      nameArabic: organisation.nameArabic,
      kind: organisation.kind,
      role: membership.role,
      isSample: organisation.isSample,
      verification: organisation.verification,
      boothState: organisation.boothState,
    })
    .from(person)
    .leftJoin(membership, eq(membership.personId, person.id))
    .leftJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(
      and(
        eq(person.id, found.user.id),
        isNull(person.deletedAt),
        or(eq(person.isSample, false), isSampleEditionOpen),
      ),
    )
    .orderBy(asc(membership.createdAt), asc(organisation.name))
  const [first] = rows
  if (!first) return { signedIn: null, cookies }
  const organisations = rows.flatMap(
    ({ id, name, nameArabic, kind, role, isSample, verification, boothState }) =>
      id && name && kind && role && isSample !== null && verification && boothState
        ? [{ id, name, nameArabic, kind, role, isSample, verification, boothState }]
        : [],
  )
  const chosen = organisations.find(({ id }) => id === found.session.organisationId) ?? organisations[0]
  const { personName, locale, timeZone } = first
  const viewer = { personName, locale, timeZone, organisationId: chosen?.id ?? null, organisations }
  return {
    signedIn: { sessionId: found.session.id, actor: actorOf(found.user.id, viewer), viewer },
    cookies,
  }
}
