import type { Locale } from '~/domain/shared/locale'
import { type ChatDraft, cut, DRAFT_LENGTH, oneLine } from './click-to-chat'

export interface InquiryAnswerSubject {
  booth: string
  boothArabic: string | null
  /** How the buyer is called, where it was said. */
  name: string | null
  /** What it was about, in the buyer's language; null: the booth. */
  goods: string | null
  quantity: number | null
  /** The buyer's language. */
  locale: Locale
}

const isolated = (text: string) => `\u2068${text}\u2069`

/** The beginning of an answer. It leaves the product for WhatsApp, so it is not among the page's words. */
const SENTENCES: Record<
  Locale,
  {
    greeting: (name: string | null) => string
    thanks: (booth: string) => string
    about: (goods: string, quantity: number | null) => string
    answer: string
  }
> = {
  id: {
    greeting: (name) => (name ? `Assalamualaikum ${name}.` : 'Assalamualaikum.'),
    thanks: (booth) => `Kami dari ${booth}. Terima kasih sudah bertanya di OPOP Expo`,
    about: (goods, quantity) =>
      ` tentang ${goods}${quantity === null ? '' : `, ${quantity.toLocaleString('id-ID')} satuan`}`,
    answer: 'Jawaban kami:',
  },
  en: {
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    thanks: (booth) => `This is ${booth}. Thank you for asking at OPOP Expo`,
    about: (goods, quantity) =>
      ` about ${goods}${quantity === null ? '' : `, ${quantity.toLocaleString('en-GB')} units`}`,
    answer: 'Our answer:',
  },
  ar: {
    greeting: (name) => (name ? `السلام عليكم ${isolated(name)}،` : 'السلام عليكم،'),
    thanks: (booth) => `معكم ${isolated(booth)}. نشكركم على استفساركم في معرض ${isolated('OPOP Expo')}`,
    about: (goods, quantity) =>
      ` عن ${isolated(goods)}${quantity === null ? '' : `، الكمية ${quantity.toLocaleString('en-GB')}`}`,
    answer: 'جوابنا:',
  },
}

/**
 * The message with which a pesantren answers a buyer, to be written on: in the buyer's language, and below it the
 * same in Indonesian where that is another. Together at most DRAFT_LENGTH characters.
 */
export function writeInquiryAnswer(subject: InquiryAnswerSubject): ChatDraft {
  const seller = part(subject, subject.locale)
  const own = subject.locale === 'id' ? null : part(subject, 'id')
  return { seller, buyer: own !== null && seller.length + own.length + 2 <= DRAFT_LENGTH ? own : null }
}

function part({ booth, boothArabic, name, goods, quantity }: InquiryAnswerSubject, locale: Locale): string {
  const say = SENTENCES[locale]
  const short = (text: string) => cut(oneLine(text), 50)
  const whose = short((locale === 'ar' && boothArabic) || booth)
  const about = goods === null ? '' : say.about(short(goods), quantity)
  return `${say.greeting(name && short(name))} ${say.thanks(whose)}${about}.\n${say.answer} `.trimEnd()
}
