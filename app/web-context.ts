import type { Logger } from 'pino'
import type { Auth } from '~/domain/account/create-auth.server'
import type { Device } from '~/domain/account/device.server'
import type { Viewer } from '~/domain/account/viewer'
import type { ChannelSettings } from '~/domain/message/message-view'
import type { Context } from '~/domain/shared/context'

/** What the server hands to every loader and action. */
export interface WebContext {
  /** The first argument of every use case. */
  context: Context
  /** Who is signed in, for what a page shows; null: a visitor. */
  viewer: Viewer | null
  /** The row of the session; null: a visitor. */
  sessionId: string | null
  /** The request says that it is signed in, and the database could not tell whether it is. */
  isSessionUnknown: boolean
  /** For signing in and out. */
  auth: Auth
  /** Keys the hashes of one-time codes. */
  codeSecret: string
  /** For inline scripts, see the content security policy in `server/security.ts`. */
  nonce: string
  requestId: string
  /** The server itself asks for the page of a refusal: nobody else can. */
  isRefusal: boolean
  /** Keyed hash of the client's address: for rate limits, never the address itself. */
  clientKey: string
  /** The browser, and whose addresses were proven in it. */
  device: Device
  /** Scheme and host by which people reach the product, without a slash at the end. */
  publicUrl: string
  /** The phone that demonstration chats open; undefined: show the draft on a page. */
  sampleWhatsapp: string | undefined
  /** What messages go by: for the organiser. */
  channels: ChannelSettings
  /** Where generated files (fonts, share cards) may be kept. */
  cacheDir: string
  log: Logger
}

declare module '@remix-run/node' {
  /** Loaders' data reach components as they are (remix.config.js has the flag itself). */
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext extends WebContext {}
}
