import fc from 'fast-check'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, test } from 'vitest'
import type { MeetingState } from '../shared/enums'
import { MEETING_STATES } from '../shared/enums'
import { type CalendarFacts, type CalendarTexts, calendarFile, calendarFileName } from './calendar-file'

const now = new Date('2026-11-22T03:00:00Z')
const facts: CalendarFacts = {
  id: '0193a5f0-0000-7000-8000-000000000001',
  state: 'booked',
  startsAt: new Date('2026-12-08T03:30:00Z'),
  endsAt: new Date('2026-12-08T03:50:00Z'),
  calendarSequence: 1,
  createdAt: new Date('2026-11-20T03:00:00Z'),
  updatedAt: new Date('2026-11-21T03:00:00Z'),
  way: 'room',
  place: { kind: 'room', number: 4, link: 'https://meet.example/4' },
  agenda: {
    productWords: 'madu hutan',
    productName: null,
    monthlyVolume: 240,
    unit: 'jar',
    targetPriceMinor: null,
    requiredPapers: [],
    destinationCountry: 'SA',
    destinationPlace: 'Jeddah',
    neededBy: null,
    reasons: [],
    note: null,
  },
  counterparts: [{ name: 'Al-Ittihad 24', nameArabic: 'الاتحاد' }],
  isSample: true,
}
const texts: CalendarTexts = {
  summary:
    'اجتماع مع معهد الاتحاد في تشيربون بشأن عسل الغابة، 240 برطمانًا شهريًا للتصدير إلى مدينة جدة في السعودية',
  description:
    'عسل الغابة؛ 240 برطمانًا، حلال موثَّق; \\ 🍯🍯🍯🍯🍯🍯🍯🍯🍯🍯\nالطاقة المتاحة 800 برطمان شهريًا وطلبتم 240\r\nhttps://expo.example/ar/meetings/1',
  location: 'الغرفة 4، https://meet.example/4',
  reminder: 'يبدأ الاجتماع بعد ساعة',
  url: 'https://expo.example/ar/meetings/0193a5f0-0000-7000-8000-000000000001',
}

/** What RFC 5545 asks of every line; and the lines as they were before folding. */
function unfold(file: string): string[] {
  expect(file.endsWith('END:VCALENDAR') || file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  const physical = file.split('\r\n')
  for (const line of physical) {
    expect(line).not.toMatch(/[\r\n]/)
    const octets = Buffer.from(line)
    expect(octets.length).toBeLessThanOrEqual(75)
    // A fold that cuts a character leaves a half of it on each line.
    expect(octets.toString()).toBe(line)
  }
  return file.replaceAll('\r\n ', '').split('\r\n')
}

const asText = (text: string) => text.replaceAll('\r\n', '\n')

function withIcalJs(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component) throw new Error('no event')
  return { calendar, component, event: new ICAL.Event(component) }
}

async function withNodeIcal(file: string) {
  const found = Object.values(await nodeIcal.async.parseICS(file)).find((part) => part?.type === 'VEVENT')
  if (found?.type !== 'VEVENT') throw new Error('no event')
  return found
}

describe('the calendar file', () => {
  test('is read alike by two parsers, Arabic and all', async () => {
    const file = calendarFile(facts, texts, now)
    unfold(file)

    const { calendar, component, event } = withIcalJs(file)
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(event.uid).toBe(`${facts.id}@opop-expo`)
    expect(event.sequence).toBe(1)
    expect(event.summary).toBe(texts.summary)
    expect(event.description).toBe(asText(texts.description))
    expect(event.location).toBe(texts.location)
    expect(event.startDate.toJSDate()).toEqual(facts.startsAt)
    expect(event.endDate.toJSDate()).toEqual(facts.endsAt)
    expect(event.startDate.zone.tzid).toBe('UTC')
    expect(String(component.getFirstPropertyValue('status'))).toBe('CONFIRMED')
    expect(String(component.getFirstPropertyValue('url'))).toBe(texts.url)
    const alarm = component.getFirstSubcomponent('valarm')
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT1H')
    expect(alarm?.getFirstPropertyValue('description')).toBe(texts.reminder)

    const other = await withNodeIcal(file)
    expect(other.uid).toBe(`${facts.id}@opop-expo`)
    expect(Number(other.sequence)).toBe(1)
    expect(other.start.toISOString()).toBe(facts.startsAt.toISOString())
    expect(other.end?.toISOString()).toBe(facts.endsAt.toISOString())
    expect(other.summary).toBe(texts.summary)
    expect(other.description).toBe(asText(texts.description))
    expect(other.status).toBe('CONFIRMED')
  })

  test('folds every text at 75 octets without cutting a character, and unfolds to the same text', () => {
    const letters = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...'عسل الغابة،؛🍯é,;\\\n"a'), minLength: 60, maxLength: 400 }),
    )
    fc.assert(
      fc.property(letters, letters, (summary, description) => {
        const file = calendarFile(facts, { ...texts, summary, description }, now)
        unfold(file)
        const { event } = withIcalJs(file)
        expect(event.summary ?? '').toBe(summary)
        expect(event.description ?? '').toBe(description)
      }),
    )
  })

  test('holds no control character, whatever somebody typed', () => {
    const file = calendarFile(facts, { ...texts, summary: 'a\u0007b\u0000c\rd\ud800' }, now)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001f\u007f]/)
    expect(withIcalJs(file).event.summary).toBe('a b c\nd\ufffd')
  })

  test('keeps its UID and raises its SEQUENCE from booking over moving to cancelling', async () => {
    const moved = { startsAt: new Date('2026-12-09T06:10:00Z'), endsAt: new Date('2026-12-09T06:30:00Z') }
    const steps: [Partial<CalendarFacts>, string, string][] = [
      [{ state: 'booked', calendarSequence: 1 }, 'PUBLISH', 'CONFIRMED'],
      [{ state: 'booked', calendarSequence: 2, ...moved }, 'PUBLISH', 'CONFIRMED'],
      [{ state: 'cancelled', calendarSequence: 3, ...moved }, 'PUBLISH', 'CANCELLED'],
    ]
    const seen: { uid: string; sequence: number; start: string }[] = []
    for (const [change, method, status] of steps) {
      const file = calendarFile({ ...facts, ...change }, texts, now)
      expect(withIcalJs(file).calendar.getFirstPropertyValue('method')).toBe(method)
      const event = await withNodeIcal(file)
      expect(event.status).toBe(status)
      seen.push({ uid: event.uid, sequence: Number(event.sequence), start: event.start.toISOString() })
    }
    expect(new Set(seen.map(({ uid }) => uid)).size).toBe(1)
    expect(seen.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
    expect(seen.map(({ start }) => start)).toEqual([
      facts.startsAt.toISOString(),
      moved.startsAt.toISOString(),
      moved.startsAt.toISOString(),
    ])
  })

  test('of a request is tentative and reminds nobody', () => {
    const { component } = withIcalJs(calendarFile({ ...facts, state: 'requested' }, texts, now))
    expect(String(component.getFirstPropertyValue('status'))).toBe('TENTATIVE')
    expect(component.getFirstSubcomponent('valarm')).toBeNull()
  })

  test('takes what does not take place out of calendars', () => {
    const off = new Set<MeetingState>(['declined', 'withdrawn', 'expired', 'cancelled'])
    for (const state of MEETING_STATES) {
      const file = calendarFile({ ...facts, state }, texts, now)
      expect(file, state).toContain('METHOD:PUBLISH')
      expect(file.includes('STATUS:CANCELLED'), state).toBe(off.has(state))
      expect(file.includes('BEGIN:VALARM'), state).toBe(state === 'booked' || state === 'held')
    }
  })

  test('is organised by the product at its address, by nobody’s phone or mail', async () => {
    const origin = `https://${'expo.'.repeat(20)}example`
    for (const url of [texts.url, `${origin}/ar/meetings/1`]) {
      const file = calendarFile({ ...facts, state: 'cancelled' }, { ...texts, url }, now)
      unfold(file)
      const organiser = withIcalJs(file).component.getFirstProperty('organizer')
      expect(organiser?.getFirstValue()).toBe(new URL(url).origin)
      expect(organiser?.getParameter('cn')).toBe('OPOP Expo')
      expect(await withNodeIcal(file)).toMatchObject({ organizer: { val: new URL(url).origin } })
      expect(file).not.toMatch(/mailto:|tel:|ATTENDEE/i)
    }
  })

  test('has a name in ASCII', () => {
    expect(calendarFileName(facts)).toBe('opop-expo-meeting-2026-12-08.ics')
  })
})
