import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { account } from '~/db/schema/account'
import { person } from '~/db/schema/person'
import { session } from '~/db/schema/session'
import { verification } from '~/db/schema/verification'
import { newId } from '../shared/ids'
import { PASSWORD_LENGTH } from './password'
import { isSampleEditionOpen } from './sample-sign-in.server'
import { sessionPlugin } from './session-plugin.server'

const DAY_SECONDS = 86_400
export const SESSION_DAYS = 30

export interface AuthOptions {
  db: Database
  /** Signs the cookie; the same in every process of the web. */
  secret: string
  /** Reached by https: the cookie then goes over nothing else. */
  isSecure: boolean
}

const made = new WeakMap<Database, Map<string, ReturnType<typeof makeAuth>>>()

export type Auth = ReturnType<typeof makeAuth>

/** better-auth on our tables: one for each connection, secret and scheme. Its own addresses are not served. */
export function createAuth(options: AuthOptions): Auth {
  const { db, secret, isSecure } = options
  const ofDatabase = made.get(db) ?? new Map<string, Auth>()
  made.set(db, ofDatabase)
  const key = `${isSecure}:${secret}`
  const auth = ofDatabase.get(key) ?? makeAuth(options)
  ofDatabase.set(key, auth)
  return auth
}

function makeAuth({ db, secret, isSecure }: AuthOptions) {
  return betterAuth({
    secret,
    // Only its scheme counts, and only for the cookie: no address of better-auth's is served.
    baseURL: isSecure ? 'https://expo.invalid' : 'http://expo.invalid',
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: person, session, account, verification },
    }),
    session: {
      fields: { userId: 'personId' },
      expiresIn: SESSION_DAYS * DAY_SECONDS,
      // Slides, at most once a day.
      updateAge: DAY_SECONDS,
      additionalFields: { organisationId: { type: 'string', required: false, input: false } },
    },
    account: { fields: { userId: 'personId' } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    plugins: [sessionPlugin],
    databaseHooks: {
      session: {
        create: {
          // After the password was found right, so that the answer and its time tell nothing before.
          async before(created) {
            if (!(await maySignIn(db, created.userId))) return false
            return { data: { ...created, ipAddress: null, userAgent: null } }
          },
        },
      },
    },
    advanced: {
      cookiePrefix: 'opop',
      useSecureCookies: isSecure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
    // Ours counts in the database and knows the client's address, see sign-in.server.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // What fails is thrown, and logged once by the web.
    logger: { disabled: true },
  })
}

async function maySignIn(db: Database, personId: string): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(person)
    .where(
      and(
        eq(person.id, personId),
        isNull(person.deletedAt),
        or(eq(person.isSample, false), isSampleEditionOpen),
      ),
    )
  return rows.length > 0
}

/** Whether a browser says that it is signed in, true or not: who doesn't costs no query. */
export function hasSessionCookie(cookie: string | null | undefined): boolean {
  return /(?:^|;\s*)(?:__Secure-)?opop\.session_token=./.test(cookie ?? '')
}
