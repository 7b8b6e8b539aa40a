import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long a browser stays known to an address that was proven in it: much longer than a session. */
const DEVICE_DAYS = 180
/** A family's or an office's phone; the oldest is forgotten first. */
const MOST_ADDRESSES = 8

/**
 * A browser in which addresses were proven before. Whoever comes in with one has counters of their own at these
 * addresses, so that what strangers do there, or behind the same network, never keeps them waiting.
 */
export interface Device {
  /**
   * Under which its tries at an address are counted; null: whose address that is now hasn't proven it in this
   * browser. So a mark ends with the address: when it is removed, becomes somebody else's, or the account goes.
   */
  counterOf(address: string, ownerId: string | null): string | null
  /** Set-Cookie: this person's addresses have just been proven in it. */
  remember(ownerId: string, addresses: readonly string[]): string
}

export interface DeviceOptions {
  /** The request's Cookie header. */
  cookie: string
  /** Signs the cookie, and keys the hashes of the addresses in it. */
  secret: string
  now: Date
  /** Reached by https: the cookie then goes over nothing else. */
  isSecure: boolean
}

interface Mark {
  address: string
  until: number
}

/** What the request's cookie proves; one that was changed, or is over, proves nothing. */
export function readDevice({ cookie, secret, now, isSecure }: DeviceOptions): Device {
  const name = `${isSecure ? '__Secure-' : ''}opop.device`
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url')
  // No address can be read in a cookie that is left behind on a shared phone.
  const hashOf = (address: string, ownerId: string) => sign(`address:${address}:${ownerId}`).slice(0, 22)
  const seconds = Math.floor(now.getTime() / 1000)
  const read = readSigned(cookieValue(cookie, name), sign)
  const marks = (read?.marks ?? []).filter(({ until }) => until > seconds)
  const id = read?.id ?? randomBytes(12).toString('base64url')
  return {
    counterOf(address, ownerId) {
      if (!ownerId) return null
      const hash = hashOf(address, ownerId)
      return marks.some((mark) => mark.address === hash) ? `device:${id}:${hash}` : null
    },
    remember(ownerId, addresses) {
      const until = seconds + DEVICE_DAYS * 86_400
      const fresh = addresses.map((one) => ({ address: hashOf(one, ownerId), until }))
      const kept = marks.filter(({ address }) => !fresh.some((mark) => mark.address === address))
      const all = [...fresh, ...kept].slice(0, MOST_ADDRESSES)
      const text = [id, ...all.map(({ address, until }) => `${address}~${until.toString(36)}`)].join('.')
      const secure = isSecure ? '; Secure' : ''
      return `${name}=${text}.${sign(`device:${text}`)}; Path=/; Max-Age=${DEVICE_DAYS * 86_400}; HttpOnly; SameSite=Lax${secure}`
    },
  }
}

function cookieValue(cookie: string, name: string): string {
  for (const part of cookie.split(';')) {
    const at = part.indexOf('=')
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return ''
}

function readSigned(value: string, sign: (text: string) => string): { id: string; marks: Mark[] } | null {
  const at = value.lastIndexOf('.')
  if (at < 1 || value.length > 1_000) return null
  const text = value.slice(0, at)
  const [given, right] = [Buffer.from(value.slice(at + 1)), Buffer.from(sign(`device:${text}`))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  const [id = '', ...rest] = text.split('.')
  const marks = rest.map((one) => {
    const [address = '', until = ''] = one.split('~')
    return { address, until: Number.parseInt(until, 36) }
  })
  return { id, marks }
}
