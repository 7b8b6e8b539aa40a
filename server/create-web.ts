import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import type { HttpBindings } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { sql } from 'drizzle-orm'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Logger } from 'pino'
import { loggedPath } from '~/app/logged-path'
import { LOCALE_COOKIE, preferredLocale } from '~/app/preferred-locale'
import type { Env } from '~/config/env.server'
import type { DatabaseConnection } from '~/db/client.server'
import { createAuth } from '~/domain/account/create-auth.server'
import { readDevice } from '~/domain/account/device.server'
import { readViewer } from '~/domain/account/read-viewer.server'
import { newId } from '~/domain/shared/ids'
import { isLocale } from '~/domain/shared/locale'
import type { Storage } from '~/integrations/storage/storage'
import { checkoutOrigin, openCards } from '~/integrations/stripe/open-cards.server'
import type { SearchIndex } from '~/search/search-index'
import { authSecret } from './auth-secret'
import { limitBody, mostBytes } from './body-limit'
import { brotli } from './brotli'
import { clientAddress, clientKey } from './client-address'
import { PHOTOS, servePhoto } from './photos'
import { HALL_PRESENCE, HallPresence } from './presence'
import { passSessionCookies, readSession } from './read-session'
import { contentSecurityPolicy, isOwnOrigin, SECURITY_HEADERS } from './security'
import { loadStaticFiles, serveStaticFile } from './static-files'
import { answerStripeWebhook, STRIPE_WEBHOOK } from './stripe-webhook'
import { UPLOAD_FILES, UPLOADS, Uploads } from './uploads'
import { VisitCounter } from './visit-counter'
import { answerWhatsappWebhook, WHATSAPP_WEBHOOK, whatsappReceiver } from './whatsapp-webhook'

export interface WebOptions {
  env: Env
  connection: DatabaseConnection
  search: SearchIndex
  storage: Storage
  log: Logger
  /** A function in development, where the build changes. */
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Folder of the client build. */
  clientDir: string
  /** True once the process has been told to stop: /readyz says so, so that no new traffic comes. */
  isStopping?: () => boolean
  /** Who is in the hall; whoever stops the server closes it. One of its own if left out. */
  presence?: HallPresence
  /** What counts who looks at what; whoever stops the server has it write the rest. One of its own if left out. */
  visits?: VisitCounter
}

interface WebEnv {
  Variables: { requestId: string }
  /** Not there without a socket, as in tests. */
  Bindings: Partial<HttpBindings> | undefined
}

const METHODS = ['GET', 'HEAD', 'POST']
const STATIC_ONLY = /^\/(assets|images|motifs|photos)\/|^\/favicon\.ico$/

/** The whole web as one fetch handler: what every request passes, in order, before Remix answers it. */
export async function createWeb(options: WebOptions) {
  const { env, connection, search, storage, log, build } = options
  const files = await loadStaticFiles(options.clientDir)
  const handle = createRequestHandler(build, env.NODE_ENV)
  const secret = await authSecret(env)
  // Of its own, so that what it is used for tells nothing about the sessions.
  const clientSecret = createHmac('sha256', secret).update('client').digest('hex')
  const codeSecret = createHmac('sha256', secret).update('code').digest('hex')
  const deviceSecret = createHmac('sha256', secret).update('device').digest('hex')
  const presence = options.presence ?? new HallPresence({ db: connection.db, log })
  const visits = options.visits ?? new VisitCounter({ db: connection.db, log })
  const keyOf = (c: Context<WebEnv>) =>
    clientKey(
      clientAddress(socketAddress(c), c.req.header('x-forwarded-for'), env.TRUSTED_PROXIES),
      clientSecret,
    )
  const uploads = new Uploads({ folder: path.join(env.dataDir, 'uploads'), log })
  const cards = await openCards(env)
  const payAt = checkoutOrigin(env)
  const web = new Hono<WebEnv>()

  web.get('/healthz', () => new Response('alive'))
  web.get('/readyz', async () => {
    if (options.isStopping?.()) return new Response('stopping', { status: 503 })
    try {
      await connection.db.execute(sql`select 1 from graphile_worker.migrations limit 1`)
      return new Response('ready')
    } catch {
      return new Response('the database or its queue does not answer', { status: 503 })
    }
  })

  // Before all that costs bytes or waits for an answer's end: a stream has few of the ones and none of the other.
  web.all(HALL_PRESENCE, (c) =>
    presence.answer(c.req.raw, { client: keyOf(c), hangUp: () => c.env?.outgoing?.destroy() }),
  )

  web.use(async (c, next) => {
    const started = performance.now()
    const requestId = randomUUID()
    c.set('requestId', requestId)
    await next()
    // What the build made needs no name in a log: on two dozen files a page it would be a kilobyte.
    if (!STATIC_ONLY.test(c.req.path)) c.res.headers.set('X-Request-Id', requestId)
    const ms = Math.round(performance.now() - started)
    // The path only: a query string can hold what somebody typed.
    const line = { requestId, method: c.req.method, path: loggedPath(c.req.path), status: c.res.status, ms }
    if (c.res.status >= 500) log.error(line, 'answered')
    else log.debug(line, 'answered')
  })

  const receive = whatsappReceiver(connection.db)
  // Before the Origin check: whoever calls it proves itself by its signature.
  web.all(WHATSAPP_WEBHOOK, (c) =>
    answerWhatsappWebhook(c.req.raw, { env, receive, log, requestId: c.get('requestId') }),
  )

  web.all(STRIPE_WEBHOOK, (c) =>
    answerStripeWebhook(c.req.raw, { env, db: connection.db, log, requestId: c.get('requestId') }),
  )

  web.all(PHOTOS, (c) => servePhoto(c.req.raw, c.req.path, storage))

  /** By which addresses people reach us; null: the request names no host. */
  const placeOf = (c: Context<WebEnv>) => {
    const forwardedProto = env.TRUSTED_PROXIES > 0 ? c.req.header('x-forwarded-proto') : undefined
    const forwardedHost = env.TRUSTED_PROXIES > 0 ? c.req.header('x-forwarded-host') : undefined
    const requestOrigin = `${forwardedProto ?? 'http'}://${forwardedHost ?? c.req.header('host')}`
    const publicUrl = (env.PUBLIC_URL ?? requestOrigin).replace(/\/$/, '')
    if (!URL.canParse(publicUrl) || !c.req.header('host')) return null
    return { publicUrl, requestOrigin, isSecure: publicUrl.startsWith('https:') }
  }

  // Before what knows only pages: the protocol has methods and answers of its own.
  for (const address of [UPLOADS, UPLOAD_FILES])
    web.all(address, async (c) => {
      const place = placeOf(c)
      if (!place || !isOwnOrigin(c.req.raw, [new URL(place.publicUrl).origin, place.requestOrigin]))
        return new Response('forbidden', { status: 403 })
      const { db } = connection
      const auth = createAuth({ db, secret, isSecure: place.isSecure })
      const { signedIn } = await readViewer({ db }, { auth, cookie: c.req.header('cookie') ?? '' })
      const actor = signedIn?.actor ?? { kind: 'visitor' as const }
      return uploads.answer(c.req.raw, { db, search, storage, actor, now: new Date(), newId })
    })

  web.use(async (c, next) => {
    const file = serveStaticFile(files, c.req.raw, c.req.path)
    if (file) return file
    // Nobody reads a page instead of a script: an old build's file is gone, in no language.
    if (STATIC_ONLY.test(c.req.path)) return new Response('not found', { status: 404 })
    if (!METHODS.includes(c.req.method))
      return new Response('method not allowed', { status: 405, headers: { Allow: METHODS.join(', ') } })
    await next()
  })

  web.use(compress())
  web.use(brotli())

  web.all('*', async (c) => {
    const nonce = randomBytes(16).toString('base64')
    const place = placeOf(c)
    if (!place) return new Response('no host', { status: 400 })
    const { publicUrl, requestOrigin, isSecure } = place
    const auth = createAuth({ db: connection.db, secret, isSecure })
    const now = new Date()
    const requestId = c.get('requestId')
    const session = await readSession(c.req.raw, { db: connection.db, auth, log, requestId })
    const { signedIn } = session
    if (signedIn?.viewer.organisationId) presence.saw(signedIn.viewer.organisationId)
    const webContext = {
      context: {
        db: connection.db,
        search,
        storage,
        actor: signedIn?.actor ?? { kind: 'visitor' as const },
        now,
        newId,
        whatsappPeople: env.WHATSAPP_DAILY_PEOPLE,
        cards,
      },
      viewer: signedIn?.viewer ?? null,
      sessionId: signedIn?.sessionId ?? null,
      isSessionUnknown: session.isUnknown,
      auth,
      codeSecret,
      nonce,
      requestId,
      isRefusal: false,
      clientKey: keyOf(c),
      device: readDevice({ cookie: c.req.header('cookie') ?? '', secret: deviceSecret, now, isSecure }),
      publicUrl,
      sampleWhatsapp: env.SAMPLE_WHATSAPP,
      channels: {
        whatsapp: { isConfigured: env.WHATSAPP_TOKEN !== undefined, dailyPeople: env.WHATSAPP_DAILY_PEOPLE },
        mail: { isConfigured: env.SMTP_URL !== undefined },
      },
      cacheDir: path.join(env.dataDir, 'cache'),
      log,
    }
    /** The page of a refusal, in the reader's language, whatever was asked for. */
    const refuse = (status: 403 | 413) => {
      const first = c.req.path.split('/')[1]
      const locale = isLocale(first) ? first : preferredLocale(c.req.raw.headers)
      log.warn({ requestId, path: loggedPath(c.req.path), status }, 'refused')
      const page = new Request(new URL(`/${locale}/refused/${status}`, c.req.url), {
        headers: { accept: 'text/html', cookie: c.req.header('cookie') ?? '' },
      })
      return handle(page, { ...webContext, isRefusal: true })
    }

    const { request, exceeded } = limitBody(c.req.raw, mostBytes(c.req.path, signedIn !== null))
    let response: Response
    if (!isOwnOrigin(request, [new URL(publicUrl).origin, requestOrigin])) response = await refuse(403)
    else if (exceeded()) response = await refuse(413)
    else {
      response = await handle(request, webContext)
      // Found out only while it was read.
      if (exceeded()) response = await refuse(413)
    }
    const { actor } = webContext.context
    visits.saw(c.req.raw, { status: response.status, actor, client: webContext.clientKey, now })
    const headers = new Headers(response.headers)
    headers.set('X-Content-Type-Options', 'nosniff')
    // Back, on a shared phone after signing out, shows nothing of what was there.
    const personal = signedIn ? 'private, no-store' : 'private, no-cache'
    // What they forbid only documents can do; on two dozen pictures a page they would be 10 kB of nothing.
    if (headers.get('content-type')?.startsWith('text/html')) {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value)
      headers.set('Content-Security-Policy', contentSecurityPolicy(nonce, payAt))
      // Browsers ignore it elsewhere (RFC 6797, 7.2).
      if (isSecure) headers.set('Strict-Transport-Security', 'max-age=31536000')
      if (!headers.has('Cache-Control')) headers.set('Cache-Control', personal)
      rememberLocale(c.req.path, c.req.header('cookie'), headers)
    } else if (headers.get('content-type')?.startsWith('text/x-script') && !headers.has('Cache-Control')) {
      // A page's data, fetched by a page: as personal as the page. An action's may hold a phone's address.
      headers.set('Cache-Control', c.req.method === 'POST' ? 'no-store' : personal)
    }
    passSessionCookies(session, headers)
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
  })

  return web
}

function socketAddress(c: Context<WebEnv>): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // Called without a socket, as tests do.
    return 'unknown'
  }
}

/** The language of the last page read is the one that a bare address goes on in. */
function rememberLocale(pathname: string, cookie: string | undefined, headers: Headers): void {
  const locale = pathname.split('/')[1]
  if (!isLocale(locale) || cookie?.includes(`${LOCALE_COOKIE}=${locale}`)) return
  headers.append('Set-Cookie', `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax`)
}
