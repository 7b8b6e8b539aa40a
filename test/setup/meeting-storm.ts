import { acceptMeeting } from '~/domain/meeting/accept-meeting.server'
import { answerMove } from '~/domain/meeting/answer-move.server'
import { bookMeeting } from '~/domain/meeting/book-meeting.server'
import { cancelMeeting } from '~/domain/meeting/cancel-meeting.server'
import { declineMeeting } from '~/domain/meeting/decline-meeting.server'
import { expireRequests } from '~/domain/meeting/expire-requests.server'
import { MEETING_ACTIONS } from '~/domain/meeting/meeting-view'
import { moveMeeting } from '~/domain/meeting/move-meeting.server'
import { readMeeting } from '~/domain/meeting/read-meeting.server'
import { tellOutcome } from '~/domain/meeting/tell-outcome.server'
import { withdrawMeeting } from '~/domain/meeting/withdraw-meeting.server'
import { newId } from '~/domain/shared/ids'
import type { MeetingHall, Side } from './meeting-parties'

/** Small, quick and repeatable: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const DAYS = ['2026-12-08', '2026-12-09']
/** Published ones but the last two: one across two of these, one in the afternoon. */
const CLOCKS = ['09:00', '09:25', '09:50', '10:15', '10:20', '15:00']

export interface Storm {
  /** How often each operation ended how: 'book booked', 'move taken'. */
  counts: Record<string, number>
  errors: unknown[]
}

/**
 * Random bookings, moves, answers and cancellations by several clients at once, each with its own random
 * numbers from the seed. Few hosts, few times: nearly everything collides.
 */
export async function meetingStorm(
  hall: MeetingHall,
  { operations, clients, seed }: { operations: number; clients: number; seed: number },
): Promise<Storm> {
  const hosts: Side[] = []
  for (let i = 0; i < 6; i++) {
    hosts.push(await hall.host({ seats: 1 + (i % 2), instant: i < 3, way: i % 2 ? 'room' : 'whatsapp' }))
  }
  const guests: { side: Side; needs: string[] }[] = []
  // The limit on asking is 30 an hour and is not what is tried here.
  for (let i = 0; i < Math.max(8, Math.ceil(operations / 40)); i++) {
    const side = await hall.guest()
    guests.push({ side, needs: [await hall.need(side), await hall.need(side)] })
  }
  const made: { meetingId: string; host: Side; guest: Side }[] = []
  const storm: Storm = { counts: {}, errors: [] }

  const client = async (number: number) => {
    const random = randomFrom(seed + number)
    const pick = <T>(from: readonly T[]): T => {
      const found = from[Math.floor(random() * from.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    }
    const time = () => hall.at(pick(CLOCKS), pick(DAYS))
    const book = async () => {
      const guest = pick(guests)
      const host = pick(hosts)
      const outcome = await bookMeeting(hall.as(guest.side), {
        needId: pick(guest.needs),
        boothSlug: host.slug,
        productId: null,
        startsAt: time(),
        note: null,
        token: newId(),
      })
      if ('meetingId' in outcome) made.push({ meetingId: outcome.meetingId, host, guest: guest.side })
      return `book ${outcome.kind}`
    }
    const change = async () => {
      const { meetingId, host, guest } = pick(made.slice(-60))
      const side = pick([host, guest])
      const { version, actions } = await readMeeting(hall.as(side), { meetingId })
      const context = hall.as(side)
      // Mostly what the page offers, which others do at the same time; sometimes anything.
      const offered = actions.filter((action) => action !== 'cancel' || random() < 0.4)
      const operation = random() < 0.8 && offered.length > 0 ? pick(offered) : pick(MEETING_ACTIONS)
      const outcome = await {
        accept: () => acceptMeeting(context, { meetingId, version }),
        move: () => moveMeeting(context, { meetingId, version, startsAt: time() }),
        'accept-move': () => answerMove(context, { meetingId, version, accept: true, reason: null }),
        'decline-move': () => answerMove(context, { meetingId, version, accept: false, reason: null }),
        cancel: () => cancelMeeting(context, { meetingId, version, reason: 'time' }),
        decline: () => declineMeeting(context, { meetingId, version, reason: 'time' }),
        withdraw: () => withdrawMeeting(context, { meetingId, version, reason: null }),
        'tell-outcome': () =>
          tellOutcome(hall.as(side, hall.at('18:00', DAYS[1])), {
            meetingId,
            version: null,
            fields: {
              kind: pick(['interested', 'not-held']),
              promisedMinor: null,
              nextStep: null,
              nextStepOn: null,
            },
          }),
      }[operation]()
      return `${operation} ${outcome.kind}`
    }
    const expire = async () => {
      const now = new Date(hall.context.now.getTime() + 49 * 3_600_000)
      return `expire ${(await expireRequests({ ...hall.context, now })) > 0 ? 'some' : 'none'}`
    }
    for (let i = number; i < operations; i += clients) {
      const chance = random()
      try {
        const done = await (chance < 0.005 ? expire() : chance < 0.4 || made.length === 0 ? book() : change())
        storm.counts[done] = (storm.counts[done] ?? 0) + 1
      } catch (error) {
        storm.errors.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  return storm
}
