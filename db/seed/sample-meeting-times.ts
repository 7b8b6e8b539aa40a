import type { meetingSetting, openTime, seat } from '../schema/availability'
import type { meetingPlace } from '../schema/meeting'
import { type Chance, chanceOf, SAMPLE_INSTANT, sampleId } from './chance'

export interface SampleMeetingTimes {
  settings: (typeof meetingSetting.$inferInsert)[]
  seats: (typeof seat.$inferInsert)[]
  openTimes: (typeof openTime.$inferInsert)[]
}

const DAY = 86_400_000
/** Published nothing; agreed to instant booking; the rest only welcomes requests. */
const SHARES = { nothing: 0.08, instant: 0.75 } as const
const ROOMS = 12

/** Forms of address with a given name: what a pesantren calls who receives its guests. */
const REPRESENTATIVES = [
  'Ust. Ahmad',
  'Ust. Ridwan',
  'Ust. Fauzi',
  'Ust. Hilmi',
  'Ust. Yusuf',
  'Ust. Zaki',
  'Ustazah Aisyah',
  'Ustazah Fatimah',
  'Ustazah Nurul',
  'Ustazah Siti',
  'Ustazah Rahma',
  'Ustazah Laila',
] as const

/** Days on which a pesantren receives, in ISO weekdays: lessons fill the others, and many rest on Friday. */
const DAYS = [
  [1, 2, 3, 4, 6],
  [1, 2, 3, 4],
  [1, 3, 4],
  [2, 4],
  [2, 3, 6],
  [1, 2, 4, 5],
  [3, 6],
  [1, 2, 3, 4, 5],
] as const

/** Minutes from midnight: after the morning's lessons, after noon prayer, in the late afternoon. */
const MORNINGS = [
  [8 * 60, 10 * 60],
  [9 * 60, 11 * 60],
  [9 * 60, 11 * 60 + 30],
  [10 * 60, 11 * 60 + 30],
] as const
const AFTERNOONS = [
  [13 * 60, 14 * 60 + 30],
  [13 * 60, 15 * 60],
  [13 * 60 + 30, 15 * 60],
  [16 * 60, 17 * 60],
] as const

/** When the invented pesantren meet: the same for the same pesantren in an edition of any size. */
export function sampleMeetingTimes(pesantren: readonly { id: string; slug: string }[]): SampleMeetingTimes {
  const all: SampleMeetingTimes = { settings: [], seats: [], openTimes: [] }
  for (const { id: organisationId, slug } of pesantren) {
    const chance = chanceOf(`meeting-times:${slug}`)
    const kind = chance.next()
    // Each can be met by two at once, also those that are only asked.
    for (const [at, name] of twoRepresentatives(chance).entries()) {
      all.seats.push({ organisationId, number: at + 1, name, createdAt: SAMPLE_INSTANT })
    }
    if (kind < SHARES.nothing) continue
    const since = new Date(SAMPLE_INSTANT.getTime() - chance.between(5, 120) * DAY)
    all.settings.push({
      organisationId,
      meetingMinutes: chance.pick([20, 20, 20, 30, 30, 45]),
      gapMinutes: chance.pick([5, 5, 10]),
      noticeHours: chance.pick([24, 24, 24, 48]),
      way: chance.is(0.65) ? 'whatsapp' : 'room',
      instantSince: kind < SHARES.nothing + SHARES.instant ? since : null,
      createdAt: since,
      updatedAt: since,
    })
    for (const weekday of chance.pick(DAYS)) {
      for (const [fromMinute, toMinute] of hoursOf(weekday, chance)) {
        const name = `open-time:${slug}:${weekday}:${fromMinute}`
        all.openTimes.push({
          id: sampleId(name),
          organisationId,
          weekday,
          fromMinute,
          toMinute,
          createdAt: since,
        })
      }
    }
  }
  return all
}

/** Online rooms of an edition. Their address is the organiser's to give. */
export function sampleMeetingPlaces(editionId: string): (typeof meetingPlace.$inferInsert)[] {
  return Array.from({ length: ROOMS }, (_, at) => ({
    id: sampleId(`meeting-place:room:${at + 1}`),
    editionId,
    kind: 'room' as const,
    number: at + 1,
    isSample: true,
    createdAt: SAMPLE_INSTANT,
  }))
}

function twoRepresentatives(chance: Chance): [string, string] {
  const first = chance.pick(REPRESENTATIVES)
  return [first, chance.pick(REPRESENTATIVES.filter((name) => name !== first))]
}

/** The morning, the afternoon, or both; on Fridays and Saturdays only the morning. */
function hoursOf(weekday: number, chance: Chance): (readonly [number, number])[] {
  const morning = chance.pick(MORNINGS)
  const afternoon = chance.pick(AFTERNOONS)
  if (weekday >= 5) return [morning]
  const part = chance.next()
  if (part < 0.5) return [morning, afternoon]
  return [part < 0.8 ? morning : afternoon]
}
