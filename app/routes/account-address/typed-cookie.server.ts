import type { WebContext } from '~/app/web-context'
import { CONFIRMED_MINUTES } from '~/domain/account/confirmation.server'
import type { Locale } from '~/domain/shared/locale'
import type { Channel } from '~/domain/shared/message-enums'

const NAME = 'opop.address'

interface Whose {
  context: Pick<WebContext, 'context' | 'publicUrl'>
  locale: Locale
}

/**
 * An address that was typed when it had to be shown again that it is oneself: the form has it afterwards. In a cookie
 * that no script reads, and not in the page's address, which browsers and proxies write down.
 */
export function keepTypedAddress(whose: Whose, channel: Channel, typed: string): string {
  return cookie(whose, [personOf(whose), channel, typed].join(' '), CONFIRMED_MINUTES * 60)
}

/** It was sent. */
export const forgetTypedAddress = (whose: Whose): string => cookie(whose, '', 0)

/** What the same person typed for the same channel, or nothing. */
export function typedAddressOf(
  request: Request,
  { context }: Omit<Whose, 'locale'>,
  channel: Channel,
): string {
  const found = (request.headers.get('cookie') ?? '').match(/(?:^|;\s*)opop\.address=([^;]*)/)?.[1]
  const start = `${personOf({ context })} ${channel} `
  try {
    const kept = decodeURIComponent(found ?? '')
    return kept.startsWith(start) ? kept.slice(start.length, start.length + 300) : ''
  } catch {
    return ''
  }
}

function personOf({ context: { context } }: Omit<Whose, 'locale'>): string {
  return context.actor.kind === 'person' ? context.actor.personId : ''
}

function cookie({ context, locale }: Whose, value: string, seconds: number): string {
  const secure = context.publicUrl.startsWith('https:') ? '; Secure' : ''
  const path = `/${locale}/account/address`
  return `${NAME}=${encodeURIComponent(value)}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}
