import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '~/domain/shared/locale'
import { clickToChatUrl, DRAFT_LENGTH, type DraftSubject, draftText, writeDraft } from './click-to-chat'

const honey: DraftSubject = {
  booth: 'Al-Ittihad 24',
  boothArabic: 'الاتحاد',
  product: { nameForSeller: 'Madu hutan 500 g', nameForBuyer: 'Forest honey 500 g', minimumOrder: 48 },
  quantity: 1200,
  link: 'https://expo.example/id/products/madu-hutan',
}

describe('writeDraft', () => {
  test('the seller reads Indonesian first, the buyer their own language below', () => {
    const draft = writeDraft(honey, 'en')
    expect(draft.seller).toBe(
      'Assalamualaikum Al-Ittihad 24. Saya melihat Madu hutan 500 g di OPOP Expo (pesanan minimum 48). Bisakah Anda memasok 1.200? Mohon info harga dan waktu siapnya.\nhttps://expo.example/id/products/madu-hutan',
    )
    expect(draft.buyer).toBe(
      'Hello Al-Ittihad 24, I saw your Forest honey 500 g at OPOP Expo (minimum order 48). Can you supply 1,200? Please tell me the price and when they can be ready.',
    )
    expect(draftText(draft)).toBe(`${draft.seller}\n\n${draft.buyer}`)
  })

  test('an Indonesian buyer writes once', () => {
    const draft = writeDraft(honey, 'id')
    expect(draft.buyer).toBeNull()
    expect(draftText(draft)).toBe(draft.seller)
  })

  test('an Arabic draft names the booth by its Arabic sign', () => {
    expect(writeDraft(honey, 'ar').buyer).toContain('الاتحاد')
    expect(writeDraft({ ...honey, boothArabic: null }, 'ar').buyer).toContain('Al-Ittihad 24')
  })

  test('without a product it is about the booth', () => {
    expect(writeDraft({ ...honey, product: null, quantity: null }, 'id').seller).toContain('stan Anda')
  })

  test('never too long, always one link that opens the same text', () => {
    const text = fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }))
    const subject = fc.record<DraftSubject>({
      booth: text,
      boothArabic: fc.option(text),
      product: fc.option(
        fc.record({
          nameForSeller: text,
          nameForBuyer: text,
          minimumOrder: fc.option(fc.integer({ min: 1, max: 1e6 })),
        }),
      ),
      quantity: fc.option(fc.integer({ min: 1, max: 1e6 })),
      link: fc.webUrl({ size: 'large' }),
    })
    fc.assert(
      fc.property(subject, fc.constantFrom(...LOCALES), (given, locale) => {
        const draft = writeDraft(given, locale)
        const whole = draftText(draft)
        expect(whole.length).toBeLessThanOrEqual(DRAFT_LENGTH)
        const url = new URL(clickToChatUrl('+6281234567890', draft))
        expect(url.origin + url.pathname).toBe('https://wa.me/6281234567890')
        expect(url.searchParams.get('text')).toBe(Buffer.from(whole).toString())
      }),
    )
  })
})
