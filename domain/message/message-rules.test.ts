import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { CHANNELS, MESSAGE_TEMPLATES } from '../shared/message-enums'
import { encodeButton, MEETING_ANSWERS, parseButton, TAPPED_OUTCOMES } from './button-payload'
import { chooseChannel, type Reachable } from './choose-channel'
import { isSuperseded } from './meeting-news'
import { isQuiet, momentOf, notBefore } from './not-before'
import { type MeetingNow, stillDue } from './still-due'

const HOUR = 3_600_000
const ZONES = [
  'Asia/Jakarta',
  'Asia/Dubai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Cairo',
]
/** A day and a half round each change of the clocks of 2026 and 2027, and any other moment. */
const moments = fc.oneof(
  fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
  fc
    .tuple(
      fc.constantFrom(
        '2026-03-08',
        '2026-03-29',
        '2026-04-05',
        '2026-04-24',
        '2026-10-04',
        '2026-10-25',
        '2026-11-01',
      ),
      fc.integer({ min: -36 * 60, max: 36 * 60 }),
    )
    .map(([day, minutes]) => new Date(Date.parse(day) + minutes * 60_000)),
)

describe('quiet hours', () => {
  test('from 21:00 until 06:00 nobody is written to, in any zone, and nobody waits longer than the night', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (at, timeZone) => {
        const goes = notBefore('meeting-booked', { at, timeZone })
        expect(isQuiet(goes, timeZone)).toBe(false)
        expect(goes.getTime() - at.getTime()).toBeGreaterThanOrEqual(0)
        expect(goes.getTime() - at.getTime()).toBeLessThanOrEqual(10 * HOUR)
        if (!isQuiet(at, timeZone)) expect(goes).toEqual(at)
        else {
          const local = Temporal.Instant.fromEpochMilliseconds(goes.getTime()).toZonedDateTimeISO(timeZone)
          expect(local.toPlainTime().toString()).toBe('06:00:00')
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['2026-12-07T13:59:59Z', '2026-12-07T13:59:59Z'],
    ['2026-12-07T14:00:00Z', '2026-12-07T23:00:00Z'],
    ['2026-12-07T22:59:59Z', '2026-12-07T23:00:00Z'],
    ['2026-12-07T23:00:00Z', '2026-12-07T23:00:00Z'],
  ])('%s in the hall’s zone goes at %s', (at, goes) => {
    for (const timeZone of [null, 'Asia/Jakarta', 'No/Where']) {
      expect(notBefore('meeting-booked', { at: new Date(at), timeZone })).toEqual(new Date(goes))
    }
  })

  test('codes, answers, hour-reminders and a changed address go at any hour; nothing else does', () => {
    const at = new Date('2026-12-07T18:00:00Z')
    const atOnce = MESSAGE_TEMPLATES.filter(
      (template) => notBefore(template, { at, timeZone: null }).getTime() === at.getTime(),
    )
    expect(atOnce).toEqual([
      'sign-in-code',
      'meeting-reminder-hour',
      'address-changed',
      'address-added',
      'address-removed',
      'reply-recorded',
    ])
  })

  test('what would come too late in the morning goes at night', () => {
    const at = new Date('2026-12-07T15:00:00Z')
    const goes = (until: string) =>
      notBefore('meeting-cancelled', { at, timeZone: null, until: new Date(until) })
    expect(goes('2026-12-07T23:30:00Z')).toEqual(at)
    expect(goes('2026-12-08T00:00:00Z')).toEqual(new Date('2026-12-07T23:00:00Z'))
    // What a waiting message tells of: the time that a meeting had, and what isn't past.
    const moment = (variables: Record<string, unknown>, expiresAt: string, now = at) =>
      momentOf({ template: 'meeting-changed', variables, expiresAt: new Date(expiresAt) }, now)
    const moved = { startsAt: '2026-12-09T02:00:00Z', from: '2026-12-07T23:30:00Z' }
    expect(moment(moved, moved.startsAt)).toEqual(new Date(moved.from))
    expect(moment(moved, moved.startsAt, new Date('2026-12-08T00:00:00Z'))).toEqual(new Date(moved.startsAt))
    expect(moment({}, moved.startsAt)).toEqual(new Date(moved.startsAt))
    const over = { template: 'outcome-asked' as const, variables: moved, expiresAt: new Date(moved.startsAt) }
    expect(momentOf(over, at)).toBe(null)
    // What is over already isn't urgent.
    expect(goes('2026-12-07T14:00:00Z')).toEqual(new Date('2026-12-07T23:00:00Z'))
  })
})

describe('the channel', () => {
  const reachable: Reachable = {
    preferredChannel: 'whatsapp',
    email: 'nadia@nowhere.example',
    emailVerified: true,
    phoneE164: '+6281234567890',
    phoneVerified: true,
    hasWhatsAppConsent: true,
  }
  const both = { configured: { whatsapp: true, mail: true }, failedBefore: null }
  const phone = { channel: 'whatsapp', address: '+6281234567890' }
  const mail = { channel: 'mail', address: 'nadia@nowhere.example' }

  test('the preferred one first, the other where it fails or may not be used', () => {
    expect(chooseChannel(reachable, both)).toEqual(phone)
    expect(chooseChannel({ ...reachable, preferredChannel: 'mail' }, both)).toEqual(mail)
    expect(chooseChannel(reachable, { ...both, failedBefore: 'whatsapp' })).toEqual(mail)
    expect(chooseChannel({ ...reachable, hasWhatsAppConsent: false }, both)).toEqual(mail)
    expect(chooseChannel({ ...reachable, phoneVerified: false }, both)).toEqual(mail)
    expect(chooseChannel(reachable, { ...both, configured: { whatsapp: false, mail: true } })).toEqual(mail)
  })

  test('nothing configured: kept; no way (left): no address', () => {
    const none = { whatsapp: false, mail: false }
    expect(chooseChannel(reachable, { configured: none, failedBefore: null })).toBe('kept')
    expect(chooseChannel(reachable, { configured: none, failedBefore: 'mail' })).toBe('no-address')
    const silent = { ...reachable, email: null, hasWhatsAppConsent: false }
    expect(chooseChannel(silent, both)).toBe('no-address')
    expect(chooseChannel({ ...silent, email: 'x@nowhere.example', emailVerified: false }, both)).toBe(
      'no-address',
    )
  })

  test('never an address that isn’t proven, never WhatsApp without consent, never what failed before', () => {
    const anybody = fc.record<Reachable>({
      preferredChannel: fc.constantFrom(...CHANNELS),
      email: fc.option(fc.constant('a@nowhere.example')),
      emailVerified: fc.boolean(),
      phoneE164: fc.option(fc.constant('+447700900001')),
      phoneVerified: fc.boolean(),
      hasWhatsAppConsent: fc.boolean(),
    })
    const services = fc.record({ whatsapp: fc.boolean(), mail: fc.boolean() })
    fc.assert(
      fc.property(
        anybody,
        services,
        fc.option(fc.constantFrom(...CHANNELS)),
        (who, configured, failedBefore) => {
          const chosen = chooseChannel(who, { configured, failedBefore })
          if (typeof chosen === 'string') return
          expect(configured[chosen.channel]).toBe(true)
          expect(chosen.channel).not.toBe(failedBefore)
          if (chosen.channel === 'mail')
            expect([who.email, who.emailVerified]).toEqual([chosen.address, true])
          else {
            expect([who.phoneE164, who.phoneVerified, who.hasWhatsAppConsent]).toEqual([
              chosen.address,
              true,
              true,
            ])
          }
        },
      ),
    )
  })
})

describe('a button', () => {
  test('says the same read back', () => {
    const answer = fc.record({
      kind: fc.constantFrom(...MEETING_ANSWERS),
      meetingId: fc.uuid(),
      version: fc.integer({ min: 1, max: 999_999_999 }),
    })
    const outcome = fc.record({
      kind: fc.constant('outcome' as const),
      outcome: fc.constantFrom(...TAPPED_OUTCOMES),
      meetingId: fc.uuid(),
    })
    fc.assert(
      fc.property(fc.oneof(answer, outcome), (payload) => {
        expect(parseButton(encodeButton(payload))).toEqual(payload)
        expect(encodeButton(payload).length).toBeLessThanOrEqual(128)
      }),
    )
  })

  test.each([
    '',
    'accept',
    'accept:1:1',
    'accept:01930000-0000-7000-8000-000000000001:0',
    'accept:01930000-0000-7000-8000-000000000001:1:2',
    'accept:01930000-0000-7000-8000-000000000001:1e3',
    'cancel:01930000-0000-7000-8000-000000000001:1',
    'outcome:order:01930000-0000-7000-8000-000000000001',
  ])('%j is none', (text) => expect(parseButton(text)).toBeNull())
})

describe('still due', () => {
  const now = new Date('2026-12-07T03:00:00Z')
  const startsAt = new Date('2026-12-08T03:00:00Z')
  const meeting: MeetingNow = {
    state: 'booked',
    expiresAt: null,
    startsAt,
    endsAt: new Date(startsAt.getTime() + HOUR / 3),
    version: 3,
    proposedStartsAt: null,
    told: [],
  }
  const told = { startsAt: startsAt.toISOString(), version: 3 }
  const who = { now, organisationId: 'mine' }
  const later = (at: number) => ({ ...who, now: new Date(startsAt.getTime() + at) })

  test('a request while it is open and unanswered', () => {
    const requested = { ...meeting, state: 'requested' as const, expiresAt: startsAt }
    expect(stillDue('meeting-requested', told, requested, who)).toBe(true)
    expect(stillDue('meeting-requested', told, { ...requested, version: 4 }, who)).toBe('answered')
    expect(stillDue('meeting-requested', told, { ...requested, expiresAt: now }, who)).toBe('expired')
    expect(stillDue('meeting-requested', told, meeting, who)).toBe('booked')
  })

  test('an agreement and its reminders at the time that holds, until it begins', () => {
    for (const template of ['meeting-booked', 'meeting-reminder-day', 'meeting-reminder-hour'] as const) {
      expect(stillDue(template, told, meeting, who)).toBe(true)
      expect(stillDue(template, told, { ...meeting, startsAt: now }, who)).toBe('moved')
      expect(stillDue(template, told, { ...meeting, state: 'cancelled' }, who)).toBe('cancelled')
      expect(stillDue(template, told, meeting, later(0))).toBe('over')
    }
    expect(stillDue('meeting-reminder-day', told, meeting, later(-HOUR))).toBe('over')
    expect(stillDue('meeting-reminder-hour', told, meeting, later(-HOUR))).toBe(true)
  })

  test('a proposal while it stands', () => {
    const proposed = { ...meeting, proposedStartsAt: startsAt }
    expect(stillDue('meeting-change-proposed', told, proposed, who)).toBe(true)
    expect(stillDue('meeting-change-proposed', told, { ...proposed, version: 4 }, who)).toBe('answered')
    expect(stillDue('meeting-change-proposed', told, proposed, later(0))).toBe('over')
    expect(stillDue('meeting-changed', { ...told, from: null }, meeting, who)).toBe(true)
    expect(stillDue('meeting-changed', { ...told, from: null }, proposed, { ...who, now: startsAt })).toBe(
      'over',
    )
  })

  test('what came of it, after its end and until that side has told', () => {
    expect(stillDue('outcome-asked', told, meeting, who)).toBe('not-over')
    expect(stillDue('outcome-asked', told, meeting, later(HOUR))).toBe(true)
    expect(stillDue('outcome-asked', told, { ...meeting, state: 'held', told: ['other'] }, later(HOUR))).toBe(
      true,
    )
    expect(stillDue('outcome-asked', told, { ...meeting, told: ['mine'] }, later(HOUR))).toBe('told')
    expect(stillDue('outcome-asked', told, { ...meeting, state: 'cancelled' }, later(HOUR))).toBe('cancelled')
  })

  test('an end while it matters', () => {
    const expired = { ...meeting, state: 'expired' as const }
    expect(stillDue('meeting-declined', { ...told, how: 'expired' }, expired, who)).toBe(true)
    expect(stillDue('meeting-declined', { ...told, how: 'declined' }, expired, who)).toBe('expired')
    expect(stillDue('meeting-declined', { ...told, how: 'expired' }, expired, later(0))).toBe('over')
    expect(stillDue('meeting-cancelled', told, { ...meeting, state: 'cancelled' }, later(0))).toBe(true)
  })
})

test('an agreement outlives a proposal, not a move or an end; anything else is overtaken by what follows', () => {
  expect(isSuperseded('booked', ['move-proposed', 'move-declined'])).toBe(false)
  expect(isSuperseded('accepted', ['move-proposed', 'moved'])).toBe(true)
  expect(isSuperseded('moved', ['cancelled'])).toBe(true)
  expect(isSuperseded('requested', ['move-proposed'])).toBe(true)
  expect(isSuperseded('move-declined', ['move-proposed'])).toBe(true)
  expect(isSuperseded('cancelled', [])).toBe(false)
  expect(isSuperseded('booked', ['outcome-told'])).toBe(false)
})
