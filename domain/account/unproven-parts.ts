import type { Channel } from '../shared/message-enums'
import { RESERVED_SHARE } from '../shared/reserved-share'
import { NETWORK_PART, NEWCOMER_CODES, UNPROVEN_MAILS, UNPROVEN_PARTS, UNPROVEN_SHARE } from './code-limit'

interface Rule {
  limit: number
  windowSeconds: number
}

/** A part of the codes that go to addresses which nobody has proven: of all together, and of one network. */
export interface UnprovenPart {
  name: keyof typeof UNPROVEN_PARTS
  all: Rule
  network: Rule
}

/** WhatsApp's lowest tier. */
const LEAST_PEOPLE = 250

/**
 * The parts that a code to an address which nobody has proven may be of, the first one first. Those of WhatsApp
 * follow from how many people our number may write to, so that strangers never use them up.
 */
export function unprovenParts(
  channel: Channel,
  { dailyPeople = LEAST_PEOPLE, isCalled }: { dailyPeople?: number; isCalled: boolean },
): UnprovenPart[] {
  const whole: Rule =
    channel === 'mail' ? UNPROVEN_MAILS : { limit: dailyPeople * UNPROVEN_SHARE, windowSeconds: 86_400 }
  const part = (name: UnprovenPart['name']): UnprovenPart => {
    const all = { ...whole, limit: Math.max(1, Math.floor(whole.limit * UNPROVEN_PARTS[name])) }
    const most = { ...all, limit: Math.max(1, Math.floor(all.limit * NETWORK_PART)) }
    return { name, all, network: name === 'newcomers' ? NEWCOMER_CODES : most }
  }
  const forAll = [part('open'), part('newcomers')]
  return isCalled ? [part('called'), ...forAll] : forAll
}

/** How many people are written to in a day by what has nothing kept for it: see recipient-pace.ts. */
export function openPeople(dailyPeople = LEAST_PEOPLE): number {
  return Math.max(1, Math.floor(dailyPeople * (1 - RESERVED_SHARE)))
}
