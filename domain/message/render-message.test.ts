import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CERTIFICATE_KINDS } from '../shared/enums'
import { LOCALES } from '../shared/locale'
import { MESSAGE_TEMPLATES, type MessageTemplate } from '../shared/message-enums'
import type { MessageVariables } from '../shared/message-variables'
import { parseButton } from './button-payload'
import { REPLY_RESULTS } from './button-reply'
import { BODY_LENGTH, renderMessage, SUBJECT_LENGTH, whatsappName } from './render-message'
import { EXAMPLES } from './templates/examples'
import { templateProblems } from './templates/template-problems'
import { FORMS } from './templates/template-words'

const publicUrl = 'https://expo.example'
const ZONES = [
  null,
  'Asia/Jakarta',
  'Asia/Makassar',
  'Asia/Dubai',
  'America/New_York',
  'Asia/Kolkata',
  'No/Where',
]
const PARAMETER_PROBLEM = /[\n\r\t]| {4}|^\s|\s$/

const typed = fc.oneof(
  fc.string({ maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        '\n',
        '\t',
        '     ',
        '\u202e',
        '\u2069',
        '\u200f',
        '\u0000',
        'مصنع',
        'Kopi',
        '{when}',
        '👩‍👩‍👧‍👦',
        'a'.repeat(200),
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
)
const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
const instantText = instant.map((date) => date.toISOString())
const meeting = fc.record({
  meetingId: fc.uuid(),
  version: fc.integer({ min: 1, max: 99 }),
  startsAt: instantText,
  endsAt: instantText,
  counterpart: typed,
  counterpartArabic: fc.option(typed),
  organisation: typed,
  goods: fc.option(typed),
})
const paper = fc.record({
  certificateId: fc.uuid(),
  organisation: typed,
  kind: fc.constantFrom(...CERTIFICATE_KINDS),
  number: fc.option(typed),
})
const withMore = <T>(more: fc.Arbitrary<T>) =>
  fc.tuple(meeting, more).map(([base, added]) => ({ ...base, ...added }))

const order = fc.record({
  orderId: fc.uuid(),
  number: fc.constant('S-000123'),
  organisation: typed,
  organisationArabic: fc.option(typed),
  goods: typed,
})
const withOrder = <T>(more: fc.Arbitrary<T>) =>
  fc.tuple(order, more).map(([base, added]) => ({ ...base, ...added }))
const minor = fc.integer({ min: 0, max: 1_000_000_000 }).map((rupiah) => rupiah * 100)

const VARIABLES: { [T in MessageTemplate]: fc.Arbitrary<MessageVariables[T]> } = {
  'sign-in-code': fc.record({ code: fc.stringMatching(/^\d{6}$/), minutes: fc.constant(10) }),
  'organisation-invitation': fc.record({
    organisation: typed,
    organisationArabic: fc.option(typed),
    inviter: typed,
    role: fc.constantFrom('owner', 'editor', 'member'),
    token: fc.base64String({ minLength: 8, maxLength: 44 }),
  }),
  'meeting-requested': withMore(fc.record({ note: fc.option(typed), expiresAt: instantText })),
  'meeting-booked': meeting,
  'meeting-change-proposed': withMore(
    fc.record({ proposedStartsAt: instantText, proposedEndsAt: instantText }),
  ),
  'meeting-changed': withMore(fc.record({ from: fc.option(instantText) })),
  'meeting-declined': withMore(
    fc.record({ how: fc.constantFrom('declined', 'withdrawn', 'expired'), reason: fc.option(typed) }),
  ),
  'meeting-cancelled': withMore(fc.record({ reason: fc.option(typed) })),
  'meeting-reminder-day': meeting,
  'meeting-reminder-hour': meeting,
  'outcome-asked': meeting,
  'inquiry-received': fc.record({
    inquiryId: fc.uuid(),
    organisation: typed,
    product: fc.option(typed),
    from: fc.option(typed),
    language: fc.constantFrom(...LOCALES),
  }),
  'verification-approved': fc.record({ organisation: typed }),
  'verification-asked-back': fc.record({ organisation: typed, question: typed }),
  'verification-rejected': fc.record({ organisation: typed, reason: typed }),
  'booth-published': fc.record({ organisation: typed, slug: fc.constant('al-ittihad') }),
  'booth-asked-back': fc.record({ organisation: typed, question: typed }),
  'paper-verified': paper,
  'paper-objected': fc.tuple(paper, typed).map(([one, reason]) => ({ ...one, reason })),
  'address-changed': fc.record({ channel: fc.constantFrom('whatsapp', 'mail'), shown: typed }),
  'address-added': fc.record({ channel: fc.constantFrom('whatsapp', 'mail'), shown: typed }),
  'address-removed': fc.record({ channel: fc.constantFrom('whatsapp', 'mail'), shown: typed }),
  'access-given': fc.record({ organisation: typed }),
  'organisations-merged': fc.record({ organisation: typed, other: typed }),
  'order-new': withOrder(fc.record({ isHandedOver: fc.boolean() })),
  'order-paid': withOrder(fc.record({ totalMinor: minor })),
  'order-packed': order,
  'order-sent': withOrder(fc.record({ courier: fc.option(typed), tracking: fc.option(typed) })),
  'order-arrived': order,
  'order-ended': withOrder(
    fc.record({ how: fc.constantFrom('cancelled', 'lapsed'), reason: fc.option(typed), isOwn: fc.boolean() }),
  ),
  'order-refunded': withOrder(fc.record({ amountMinor: minor })),
  'order-surplus': withOrder(fc.record({ amountMinor: minor })),
  'order-proof-rejected': withOrder(fc.record({ reason: fc.option(typed), expiresAt: instantText })),
  'order-transfer-due': withOrder(fc.record({ totalMinor: minor, expiresAt: instantText })),
  'order-send-due': withOrder(fc.record({ paidAt: instantText })),
  'order-disputed': withOrder(
    fc.record({
      disputeId: fc.constant('dp_1'),
      amountMinor: minor,
      dueAt: fc.option(instantText, { nil: null }),
    }),
  ),
  'order-dispute-ended': withOrder(
    fc.record({ how: fc.constantFrom('won' as const, 'lost' as const), amountMinor: minor }),
  ),
  'reply-recorded': fc.record({
    result: fc.oneof(fc.constantFrom(...REPLY_RESULTS, 'changed-booked'), typed),
    path: fc.option(fc.constant('/meetings/1')),
  }),
}

test('WhatsApp would take every form in every language', () => {
  expect(templateProblems()).toEqual([])
})

test('two long names in one subject give way alike, and its end is whole', () => {
  const variables = { organisation: 'Hidayatul '.repeat(9), other: 'Mubtadien '.repeat(9) }
  const { mail } = renderMessage('organisations-merged', variables, {
    locale: 'ar',
    timeZone: 'Asia/Jakarta',
    publicUrl,
  })
  expect(mail.subject.length).toBeLessThanOrEqual(SUBJECT_LENGTH)
  expect(mail.subject).toMatch(/\u2068Mubtadien .*…\u2069.*\u2068Hidayatul .*…\u2069$/)
})

describe.each(MESSAGE_TEMPLATES)('%s', (template) => {
  test('keeps every limit and loses no parameter, whatever people typed', () => {
    fc.assert(
      fc.property(
        VARIABLES[template] as fc.Arbitrary<MessageVariables[typeof template]>,
        fc.constantFrom(...LOCALES),
        fc.constantFrom(...ZONES),
        (variables, locale, timeZone) => {
          const { whatsapp, mail } = renderMessage(template, variables, { locale, timeZone, publicUrl })
          expect(FORMS.map(whatsappName)).toContain(whatsapp.name)
          for (const parameter of whatsapp.parameters) {
            expect(parameter).not.toBe('')
            expect(parameter).not.toMatch(PARAMETER_PROBLEM)
            expect(isBalanced(parameter)).toBe(true)
          }
          expect(whatsapp.freeText.length).toBeLessThanOrEqual(BODY_LENGTH)
          expect(whatsapp.buttons.filter(({ kind }) => kind === 'reply').length).toBeLessThanOrEqual(3)
          for (const button of whatsapp.buttons) {
            if (button.kind !== 'copy-code') expect(button.title.length).toBeLessThanOrEqual(20)
            if (button.kind === 'reply') expect(parseButton(button.payload)).not.toBeNull()
            if (button.kind === 'url') expect(button.suffix.startsWith(`${locale}/`)).toBe(true)
          }
          expect(mail.subject.length).toBeLessThanOrEqual(SUBJECT_LENGTH)
          expect(mail.subject).not.toMatch(/[\r\n]/)
          expect(isBalanced(mail.subject)).toBe(true)
          expect(mail.preheader).not.toBe('')
          expect(mail.dir).toBe(locale === 'ar' ? 'rtl' : 'ltr')
          expect(mail.blocks.filter(({ kind }) => kind === 'button').length).toBeLessThanOrEqual(1)
          expect(JSON.stringify(mail.blocks)).not.toMatch(/undefined|\bNaN\b|Invalid Date/)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('says in each language what it is about', () => {
    const variables = EXAMPLES[template] as MessageVariables[typeof template]
    const texts = LOCALES.map((locale) =>
      renderMessage(template, variables, { locale, timeZone: 'Asia/Jakarta', publicUrl }),
    )
    expect(new Set(texts.map(({ mail }) => mail.subject)).size).toBe(3)
    expect(new Set(texts.map(({ whatsapp }) => whatsapp.freeText)).size).toBe(3)
    // WhatsApp numbers parameters: each language takes as many.
    expect(new Set(texts.map(({ whatsapp }) => whatsapp.parameters.length)).size).toBe(1)
  })
})

/** Every isolate that opens is closed: what follows keeps its direction. */
function isBalanced(text: string): boolean {
  let open = 0
  for (const sign of text) {
    if (sign === '\u2068') open += 1
    if (sign === '\u2069') open -= 1
    if (open < 0) return false
  }
  return open === 0
}

const render = <T extends MessageTemplate>(
  template: T,
  change: Partial<MessageVariables[T]>,
  reader: { locale: 'id' | 'en' | 'ar'; timeZone?: string | null } = { locale: 'id' },
) =>
  renderMessage(template, { ...EXAMPLES[template], ...change } as MessageVariables[T], {
    timeZone: null,
    publicUrl,
    ...reader,
  })

describe('what is said', () => {
  test('a request: who, about what, when on both clocks, until when', () => {
    const { whatsapp } = render('meeting-requested', {}, { locale: 'en', timeZone: 'Asia/Dubai' })
    expect(whatsapp.freeText).toBe(
      [
        'There is a request from Nakhla Foods to meet Al-Ittihad.',
        '',
        'When: Tuesday, 8 December 2026, 07:30–07:50 your time (UTC+4) · 10:30–10:50 WIB (UTC+7)',
        'About: Madu hutan 500 g',
        'Note: Sampel dulu, bila ada.',
        'Answer before: Monday, 7 December 2026, 16:00 your time (UTC+4) · 19:00 WIB (UTC+7)',
        '',
        'Accept or decline, or propose another time on the meeting’s page.',
        '',
        'https://expo.example/en/meetings/01930000-0000-7000-8000-000000000001',
      ].join('\n'),
    )
    expect(whatsapp.buttons).toEqual([
      { kind: 'reply', payload: 'accept:01930000-0000-7000-8000-000000000001:3', title: 'Accept' },
      { kind: 'reply', payload: 'decline:01930000-0000-7000-8000-000000000001:3', title: 'Decline' },
      { kind: 'url', suffix: 'en/meetings/01930000-0000-7000-8000-000000000001', title: 'Open the meeting' },
    ])
  })

  test('the day of the hall is said where it is another one', () => {
    const { whatsapp } = render('meeting-booked', {}, { locale: 'en', timeZone: 'America/New_York' })
    expect(whatsapp.freeText).toContain(
      'Monday, 7 December 2026, 22:30–22:50 your time (UTC-5) · Tue 8 Dec, 10:30–10:50 WIB (UTC+7)',
    )
  })

  test('in Arabic names, times and codes are isolated, and Arabic names preferred', () => {
    const { whatsapp, mail } = render('meeting-booked', {}, { locale: 'ar' })
    expect(whatsapp.parameters[0]).toBe('\u2068نخلة للأغذية\u2069')
    expect(mail.subject).toContain('\u2068نخلة للأغذية\u2069')
    expect(whatsapp.freeText).toContain('8 ديسمبر 2026، \u206810:30–10:50\u2069 \u2068WIB (UTC+7)\u2069')
    expect(render('sign-in-code', { code: '123456' }, { locale: 'ar' }).mail.subject).toContain('123456')
  })

  test('a name that turns directions or breaks lines does neither', () => {
    const { whatsapp } = render('meeting-booked', { counterpart: 'PT\u202e Jaya\n\n*Makmur*\u2066' })
    expect(whatsapp.parameters[0]).toBe('PT Jaya *Makmur*')
  })

  test('a very long name is cut between characters, with a sign that it was', () => {
    const { whatsapp, mail } = render('meeting-booked', {
      counterpart: `${'é'.repeat(58)}👩‍👩‍👧‍👦 dan lain-lain`,
    })
    expect(whatsapp.parameters[0]).toBe(`${'é'.repeat(58)}…`)
    expect(mail.subject.endsWith('…')).toBe(true)
  })

  test('a reason is said in the reader’s language, with what was written beside it', () => {
    const said = render('meeting-cancelled', { reason: 'unable: banjir di jalan' }, { locale: 'en' })
    expect(said.whatsapp.freeText).toContain('Reason: Something has come up: banjir di jalan')
    expect(render('meeting-cancelled', { reason: null }).whatsapp.freeText).toContain(
      'Alasan: tidak disebutkan',
    )
  })

  test('a declined request, a withdrawn and an expired one are three forms; a kept time is not a moved one', () => {
    const names = (['declined', 'withdrawn', 'expired'] as const).map(
      (how) => render('meeting-declined', { how }).whatsapp.name,
    )
    expect(new Set(names).size).toBe(3)
    expect(render('meeting-changed', { from: null }).whatsapp.name).toBe('opop_meeting_kept_v1')
    expect(render('meeting-changed', {}).whatsapp.name).toBe('opop_meeting_moved_v1')
  })

  test('a stranger’s name with an address of the web in it is not passed on', () => {
    const from = (name: string) => render('inquiry-received', { from: name }).whatsapp.parameters[0]
    expect(from('Toko Sari')).toBe('Toko Sari')
    expect(from('Menang! bit.ly/x1')).toBe('seorang pembeli')
    expect(from('http://jahat')).toBe('seorang pembeli')
  })

  test('a code is the template’s only parameter, and once erased it is not invented', () => {
    const { whatsapp, mail } = render('sign-in-code', { code: '042195' })
    expect(whatsapp).toMatchObject({
      category: 'AUTHENTICATION',
      parameters: ['042195'],
      buttons: [{ kind: 'copy-code', code: '042195' }],
    })
    expect(mail.blocks).toContainEqual({ kind: 'code', code: '042195' })
    const erased = renderMessage('sign-in-code', { minutes: 10 } as MessageVariables['sign-in-code'], {
      locale: 'id',
      timeZone: null,
      publicUrl,
    })
    expect(erased.mail.subject).toBe('Kode OPOP Expo Anda: (sudah dihapus)')
  })
})
