import { HALL_ZONE } from '~/domain/shared/hall-zone'

export const ZONE_COOKIE = 'tz'

export interface ReaderZone {
  /** IANA name. */
  zone: string
  /** How it is known: what the device said, what the person has stated, or nothing. */
  from: 'device' | 'profile' | 'hall'
}

/** The zone that a reader's times are shown in: the device's, else the person's, else the hall's. */
export function readerZone(cookie: string | null, profileZone: string | null | undefined): ReaderZone {
  const said = cookie?.match(/(?:^|;\s*)tz=([^;]+)/)?.[1]
  const device = said && decode(said)
  if (device && isZone(device)) return { zone: device, from: 'device' }
  if (profileZone && isZone(profileZone)) return { zone: profileZone, from: 'profile' }
  return { zone: HALL_ZONE, from: 'hall' }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function isZone(zone: string): boolean {
  // Not an offset or an abbreviation: those know no daylight saving.
  if (!/^[A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/.test(zone) && zone !== 'UTC') return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
