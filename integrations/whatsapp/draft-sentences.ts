import type { Locale } from '~/domain/shared/locale'

interface DraftSentences {
  greeting: (booth: string) => string
  sawProduct: (name: string, minimumOrder: number | null) => string
  sawBooth: string
  askQuantity: (quantity: number) => string
  askMore: string
}

/** Latin names and figures keep their direction inside Arabic. */
const isolated = (text: string) => `\u2068${text}\u2069`

/** What a first message says. It leaves the product for WhatsApp, so it is not among the page's words. */
export const DRAFT_SENTENCES: Record<Locale, DraftSentences> = {
  id: {
    greeting: (booth) => `Assalamualaikum ${booth}.`,
    sawProduct: (name, minimum) =>
      `Saya melihat ${name} di OPOP Expo${minimum === null ? '' : ` (pesanan minimum ${minimum.toLocaleString('id-ID')})`}.`,
    sawBooth: 'Saya melihat stan Anda di OPOP Expo.',
    askQuantity: (quantity) =>
      `Bisakah Anda memasok ${quantity.toLocaleString('id-ID')}? Mohon info harga dan waktu siapnya.`,
    askMore: 'Mohon info harga, stok, dan waktu siapnya.',
  },
  en: {
    greeting: (booth) => `Hello ${booth},`,
    sawProduct: (name, minimum) =>
      `I saw your ${name} at OPOP Expo${minimum === null ? '' : ` (minimum order ${minimum.toLocaleString('en-GB')})`}.`,
    sawBooth: 'I saw your booth at OPOP Expo.',
    askQuantity: (quantity) =>
      `Can you supply ${quantity.toLocaleString('en-GB')}? Please tell me the price and when they can be ready.`,
    askMore: 'Please tell me the price, the stock and when it can be ready.',
  },
  ar: {
    greeting: (booth) => `السلام عليكم ${isolated(booth)}،`,
    sawProduct: (name, minimum) =>
      `اطّلعنا على منتجكم ${isolated(name)} في معرض ${isolated('OPOP Expo')}${minimum === null ? '' : ` (الحد الأدنى للطلب ${minimum.toLocaleString('en-GB')})`}.`,
    sawBooth: `اطّلعنا على جناحكم في معرض ${isolated('OPOP Expo')}.`,
    askQuantity: (quantity) =>
      `هل يمكنكم توريد الكمية ${quantity.toLocaleString('en-GB')}؟ نرجو إفادتنا بالسعر وموعد الجاهزية.`,
    askMore: 'نرجو إفادتنا بالسعر والكمية المتوفرة وموعد الجاهزية.',
  },
}
