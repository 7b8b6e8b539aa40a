import { actingMembership, isVerified } from '../shared/acting'
import { AppError } from '../shared/app-error'
import { readAvailability } from '../shared/availability.server'
import type { Context } from '../shared/context'
import { changeMeeting, type LockedMeeting, type TimeRefused } from './change-meeting.server'
import { isOffered } from './free-slots'
import { DEFAULT_MINUTES, type MeetingChange, timeProblem } from './meeting-state'
import type { TimeOutcome } from './meeting-view'
import { publicHolidays } from './public-holidays'
import { refusedTime } from './refused-time.server'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/**
 * Another time for a meeting. The guest takes one that the host publishes for instant booking at once; every
 * other is a proposal to the other side, also the host's answer to a request. A newer proposal replaces
 * an older one.
 * @throws AppError as `changeMeeting`.
 */
export async function moveMeeting(
  context: Context,
  { meetingId, version, startsAt: wanted }: { meetingId: string; version: number; startsAt: Date },
): Promise<TimeOutcome> {
  // The clock of a meeting has no seconds.
  const startsAt = new Date(Math.floor(wanted.getTime() / MINUTE_MS) * MINUTE_MS)
  if (Number.isNaN(startsAt.getTime())) throw new AppError('not-found', 'no such time')
  const changed = await changeMeeting(context, {
    meetingId,
    version,
    decide: (locked) => moveTo(context, locked, startsAt),
  })
  if (changed.kind !== 'done') return refusedTime(context, changed)
  return changed.step.event === 'moved' ? { kind: 'moved' } : { kind: 'proposed' }
}

async function moveTo(
  { actor, now }: Context,
  { tx, participants, facts, mySide }: LockedMeeting,
  startsAt: Date,
): Promise<MeetingChange | TimeRefused> {
  const hostId = participants.find(({ side }) => side === 'host')?.organisationId ?? ''
  const from = new Date(startsAt.getTime() - HOUR_MS)
  const until = new Date(startsAt.getTime() + HOUR_MS)
  const host = (await readAvailability(tx, [hostId], { from, until })).get(hostId)
  const acting = actingMembership(actor)
  const atOnce =
    mySide === 'guest' &&
    acting !== null &&
    isVerified(acting) &&
    facts.state === 'booked' &&
    host?.isInstant === true &&
    isOffered(host, startsAt, now, publicHolidays(from, until))
  const why = atOnce ? null : timeProblem(startsAt, now)
  if (why) return { kind: 'not-possible', why, startsAt }
  const minutes = host?.schedule?.meetingMinutes ?? DEFAULT_MINUTES
  return {
    kind: 'move',
    to: { startsAt, endsAt: new Date(startsAt.getTime() + minutes * MINUTE_MS) },
    atOnce,
  }
}
