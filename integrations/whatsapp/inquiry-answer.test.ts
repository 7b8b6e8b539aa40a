import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LOCALES } from '~/domain/shared/locale'
import { DRAFT_LENGTH, draftText } from './click-to-chat'
import { writeInquiryAnswer } from './inquiry-answer'

const subject = {
  booth: 'Al-Ittihad 24',
  boothArabic: 'الاتحاد ٢٤',
  name: 'Rina',
  goods: 'Kopi arabika',
  quantity: 1200,
}

test('greets in the buyer’s language, and says the same in Indonesian for the pesantren', () => {
  const { seller, buyer } = writeInquiryAnswer({ ...subject, locale: 'en' })
  expect(seller).toBe(
    'Hello Rina, This is Al-Ittihad 24. Thank you for asking at OPOP Expo about Kopi arabika, 1,200 units.\nOur answer:',
  )
  expect(buyer).toContain('Terima kasih sudah bertanya')
  expect(writeInquiryAnswer({ ...subject, locale: 'id' }).buyer).toBeNull()
  expect(writeInquiryAnswer({ ...subject, locale: 'ar' }).seller).toContain('الاتحاد')
})

test('it fits a link, whatever the names are', () => {
  fc.assert(
    fc.property(
      fc.record({
        booth: fc.string({ maxLength: 400 }),
        boothArabic: fc.option(fc.string({ maxLength: 400 })),
        name: fc.option(fc.string({ maxLength: 400 })),
        goods: fc.option(fc.string({ maxLength: 400 })),
        quantity: fc.option(fc.integer({ min: 1, max: 1_000_000_000 })),
        locale: fc.constantFrom(...LOCALES),
      }),
      (any) => draftText(writeInquiryAnswer(any)).length <= DRAFT_LENGTH,
    ),
  )
})
