import { z } from 'zod'
import type { Channel } from '../shared/message-enums'
import { parsePhone } from '../shared/phone'
import { isSampleNumber } from './sample-address'

export type AddressProblem = 'phone-missing' | 'phone-wrong' | 'email-missing' | 'email-wrong'

export interface Address {
  channel: Channel
  /** An E.164 number, or an e-mail in small letters: as `person` keeps it. */
  address: string
}

const email = z.email()

/**
 * An address as somebody typed it. A number without a country code is of `country`, Indonesia when not said.
 * For the server only, as domain/shared/phone is.
 */
export function parseAddress(
  { channel, text }: { channel: Channel; text: string },
  { country }: { country?: string } = {},
): Address | { problem: AddressProblem } {
  const typed = text.trim()
  if (channel === 'mail') {
    if (!typed) return { problem: 'email-missing' }
    const lower = typed.toLowerCase()
    if (lower.length > 254 || !email.safeParse(lower).success) return { problem: 'email-wrong' }
    return { channel, address: lower }
  }
  if (!typed) return { problem: 'phone-missing' }
  // Numbers kept for drama are dialled nowhere, so that no list of numbers has them.
  const drama = `+${typed.replace(/\D/g, '').replace(/^00/, '')}`
  if (isSampleNumber(drama)) return { channel, address: drama }
  const phone = parsePhone(typed, country)
  return phone ? { channel, address: phone } : { problem: 'phone-wrong' }
}

/** Enough for its owner to know it again, and for nobody else to use it: '+62•••••890', 'r•••@contoh.id'. */
export function maskAddress(channel: Channel, address: string): string {
  if (channel === 'whatsapp') return `${address.slice(0, 3)}•••••${address.slice(-3)}`
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}•••${address.slice(at)}`
}
