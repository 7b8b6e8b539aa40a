import { and, asc, eq, gt, gte, isNull } from 'drizzle-orm'
import { meetingSetting, openTimeException, seat } from '~/db/schema/availability'
import { meetingParticipant } from '~/db/schema/meeting'
import { person } from '~/db/schema/person'
import { actingMembership, mayWrite } from '../shared/acting'
import { AppError } from '../shared/app-error'
import { readAvailability } from '../shared/availability.server'
import type { Context } from '../shared/context'
import { HALL_ZONE } from '../shared/hall-zone'
import { freeSlots, isWithin, offeredSlots } from './free-slots'
import type { OpenTimesView } from './open-times-view'
import { publicHolidays } from './public-holidays'
import type { Availability } from './slots'
import type { OpenTimesFields } from './typed-open-times'
import { epochDayOf, zoneDay } from './zone-day'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
/** No horizon is longer (the table meeting_setting). */
const FARTHEST_DAYS = 180
const PREVIEW_DAYS = 7

/** What a new form begins with: the table's own defaults, and no consent. */
const NEW: OpenTimesFields = {
  weekly: [],
  meetingMinutes: 20,
  gapMinutes: 5,
  noticeHours: 24,
  way: 'whatsapp',
  representatives: [null],
  isInstant: false,
  keepsPrayerTimes: true,
  keepsPublicHolidays: true,
}

/** Somebody who meets the pesantren and is busy with nothing else. */
const ANYBODY: Availability = {
  organisationId: '',
  schedule: null,
  isInstant: false,
  seats: [1],
  occupied: [],
}

/**
 * The open times of the pesantren for which the actor acts, with what buyers see of them. Six queries.
 * @throws AppError 'forbidden' for everybody else.
 */
export async function readOpenTimes({ db, actor, now }: Context): Promise<OpenTimesView> {
  const acting = actingMembership(actor)
  if (acting?.organisationKind !== 'pesantren') throw new AppError('forbidden')
  const { organisationId } = acting
  const farthest = new Date(now.getTime() + FARTHEST_DAYS * DAY_MS)
  const today = dayIso(epochDayOf(now.getTime(), HALL_ZONE))

  const [[setting], seats, exceptions, agreed, availability] = await Promise.all([
    db
      .select({ row: meetingSetting, instantBy: person.name })
      .from(meetingSetting)
      .leftJoin(person, eq(person.id, meetingSetting.instantBy))
      .where(eq(meetingSetting.organisationId, organisationId)),
    db
      .select({ name: seat.name })
      .from(seat)
      .where(and(eq(seat.organisationId, organisationId), isNull(seat.retiredAt)))
      .orderBy(asc(seat.number)),
    db
      .select({
        id: openTimeException.id,
        day: openTimeException.day,
        kind: openTimeException.kind,
        fromMinute: openTimeException.fromMinute,
        toMinute: openTimeException.toMinute,
      })
      .from(openTimeException)
      .where(and(eq(openTimeException.organisationId, organisationId), gte(openTimeException.day, today)))
      .orderBy(asc(openTimeException.day), asc(openTimeException.fromMinute)),
    db
      .select({ startsAt: meetingParticipant.startsAt, endsAt: meetingParticipant.endsAt })
      .from(meetingParticipant)
      .where(
        and(
          eq(meetingParticipant.organisationId, organisationId),
          eq(meetingParticipant.side, 'host'),
          eq(meetingParticipant.occupies, true),
          gt(meetingParticipant.startsAt, now),
        ),
      ),
    readAvailability(db, [organisationId], { from: now, until: farthest }),
  ])

  const host = availability.get(organisationId)
  const holidays = publicHolidays(now, farthest)
  const row = setting?.row
  const schedule = host?.schedule ?? null
  return {
    mayEdit: mayWrite(acting),
    version: row?.version ?? 0,
    timeZone: row?.timeZone ?? HALL_ZONE,
    fields: row
      ? {
          weekly: [...(schedule?.weekly ?? [])],
          meetingMinutes: row.meetingMinutes,
          gapMinutes: row.gapMinutes,
          noticeHours: row.noticeHours,
          // A table is the exhibition's to give, not a pesantren's to choose.
          way: row.way === 'room' ? 'room' : 'whatsapp',
          representatives: seats.length > 0 ? seats.map(({ name }) => name) : [null],
          isInstant: row.instantSince !== null,
          keepsPrayerTimes: row.keepsPrayerTimes,
          keepsPublicHolidays: row.keepsPublicHolidays,
        }
      : { ...NEW, representatives: seats.length > 0 ? seats.map(({ name }) => name) : [null] },
    instant: row?.instantSince ? { since: row.instantSince, by: setting?.instantBy || null } : null,
    exceptions,
    holidays: schedule?.keepsPublicHolidays
      ? [...holidays].filter((day) => isLeftOut(day, host, today, now)).sort()
      : [],
    ...preview(host, now, holidays),
    outside: row ? agreed.filter((slot) => !schedule || !isWithin(schedule, slot, holidays)).length : 0,
  }
}

const dayIso = (epochDay: number) => new Date(epochDay * DAY_MS).toISOString().slice(0, 10)

/** The holiday takes weekly times away that could be booked. */
function isLeftOut(day: string, host: Availability | undefined, today: string, now: Date): boolean {
  const schedule = host?.schedule
  if (!schedule || day < today) return false
  const last = dayIso(epochDayOf(now.getTime() + schedule.horizonDays * DAY_MS, schedule.timeZone))
  const { weekday } = zoneDay(Date.parse(`${day}T00:00:00Z`) / DAY_MS, schedule.timeZone)
  return day <= last && schedule.weekly.some((time) => time.weekday === weekday)
}

function preview(
  host: Availability | undefined,
  now: Date,
  holidays: ReadonlySet<string>,
): Pick<OpenTimesView, 'preview' | 'takenInPreview'> {
  const schedule = host?.schedule
  if (!schedule) return { preview: [], takenInPreview: 0 }
  const { timeZone, noticeHours } = schedule
  const first = epochDayOf(now.getTime() + noticeHours * HOUR_MS, timeZone)
  const until = new Date(zoneDay(first + PREVIEW_DAYS, timeZone).stretches[0]?.from ?? 0)
  const free = freeSlots(host, ANYBODY, { now, until, holidays })
  const days = Array.from({ length: PREVIEW_DAYS }, (_, at) => first + at)
  return {
    preview: days.map((epochDay) => ({
      day: dayIso(epochDay),
      slots: free.filter(({ startsAt }) => epochDayOf(startsAt.getTime(), timeZone) === epochDay),
    })),
    takenInPreview: offeredSlots(schedule, { now, until, holidays }).length - free.length,
  }
}
