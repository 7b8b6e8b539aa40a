import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DRAFT_MOMENTS } from '~/domain/shared/enums'
import { LOCALES } from '~/domain/shared/locale'
import { clickToChatUrl, DRAFT_LENGTH, draftText } from './click-to-chat'
import { type MeetingDraftSubject, writeMeetingDraft } from './meeting-draft'

const AMOUNTS = { id: '240 stoples/bulan', en: '240 jars a month', ar: '240 برطمانًا شهريًا' }

const honey: MeetingDraftSubject = {
  moment: 'agreed',
  writer: { name: 'Nakhla Foods 07', nameArabic: 'نخلة للأغذية 07' },
  reader: { name: 'Al-Ittihad 24', nameArabic: 'الاتحاد 24' },
  readerLocale: 'id',
  startsAt: new Date('2026-12-08T03:30:00Z'),
  timeZone: 'Asia/Jakarta',
  goods: () => 'madu hutan',
  amount: (locale) => AMOUNTS[locale],
  link: 'https://expo.example/id/meetings/1',
}
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

describe('writeMeetingDraft', () => {
  test("the reader's language first with its own time and the link, the writer's below", () => {
    const draft = writeMeetingDraft(honey, 'en')
    expect(plain(draft.seller)).toBe(
      'Assalamualaikum Al-Ittihad 24, saya dari Nakhla Foods 07. Kita bertemu Selasa, 8 Desember 2026, pukul 10.30 WIB (UTC+7), tentang madu hutan, 240 stoples/bulan:\nhttps://expo.example/id/meetings/1',
    )
    expect(plain(draft.buyer ?? '')).toBe(
      'Hello Al-Ittihad 24, this is Nakhla Foods 07. We meet Tuesday, 8 December 2026 at 10:30 WIB (UTC+7), about madu hutan, 240 jars a month.',
    )
  })

  test('a buyer in Dubai is told its own time, in its language and by both Arabic names', () => {
    const { seller, buyer } = writeMeetingDraft(
      { ...honey, writer: honey.reader, reader: honey.writer, readerLocale: 'ar', timeZone: 'Asia/Dubai' },
      'id',
    )
    expect(seller).toContain('07:30 (UTC+4)')
    expect(seller).toContain('نخلة للأغذية 07')
    expect(seller).toContain('الاتحاد 24')
    expect(buyer).toContain('pukul 07.30 (UTC+4)')
  })

  test('who shares the language is written to once', () => {
    expect(writeMeetingDraft(honey, 'id').buyer).toBeNull()
  })

  test('each moment has its own words in each language', () => {
    for (const locale of LOCALES) {
      const texts = DRAFT_MOMENTS.map(
        (moment) => writeMeetingDraft({ ...honey, moment, readerLocale: locale }, locale).seller,
      )
      expect(new Set(texts).size).toBe(DRAFT_MOMENTS.length)
    }
  })

  test('never too long, and always with its whole link', () => {
    const text = fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }))
    const named = fc.record({ name: text, nameArabic: fc.option(text) })
    const locale = fc.constantFrom(...LOCALES)
    fc.assert(
      fc.property(
        named,
        named,
        text,
        locale,
        locale,
        fc.constantFrom(...DRAFT_MOMENTS),
        (writer, reader, goods, to, from, moment) => {
          const subject = { ...honey, writer, reader, goods: () => goods, moment, readerLocale: to }
          const whole = draftText(writeMeetingDraft(subject, from))
          expect(whole.length).toBeLessThanOrEqual(DRAFT_LENGTH)
          expect(whole).toContain(honey.link)
          expect(() => clickToChatUrl('+6281234567890', writeMeetingDraft(subject, from))).not.toThrow()
        },
      ),
    )
  })
})
