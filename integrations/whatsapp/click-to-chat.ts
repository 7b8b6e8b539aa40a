import type { Locale } from '~/domain/shared/locale'
import { phoneDigits } from '~/domain/shared/phone'
import { DRAFT_SENTENCES } from './draft-sentences'

/** WhatsApp keeps a link usable up to about this many characters of text. */
export const DRAFT_LENGTH = 500

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export interface DraftSubject {
  /** The booth's sign; Arabic where it has one, for a draft in Arabic. */
  booth: string
  boothArabic: string | null
  /** Null: the draft is about the booth, not about one of its goods. */
  product: {
    /** The product's name in the seller's and the buyer's language. */
    nameForSeller: string
    nameForBuyer: string
    minimumOrder: number | null
  } | null
  /** How many units the buyer asks about. */
  quantity: number | null
  /** The page that the draft is about, in the seller's language. */
  link: string
}

/** The draft's two parts. `buyer` is null when the buyer writes the seller's language, or nothing fits. */
export interface ChatDraft {
  seller: string
  buyer: string | null
}

/**
 * The message that WhatsApp opens with, for the buyer to edit: in Indonesian for the seller, and below it the
 * same in the buyer's language. Together at most DRAFT_LENGTH characters: long names are cut first, then the
 * buyer's part goes.
 */
export function writeDraft(subject: DraftSubject, buyerLocale: Locale): ChatDraft {
  for (const longest of [120, 60, 30]) {
    const draft = { seller: part(subject, 'id', longest), buyer: part(subject, buyerLocale, longest) }
    if (buyerLocale === 'id') {
      if (draft.seller.length <= DRAFT_LENGTH) return { seller: draft.seller, buyer: null }
    } else if (draftText(draft).length <= DRAFT_LENGTH) return draft
  }
  return { seller: cut(part(subject, 'id', 30), DRAFT_LENGTH), buyer: null }
}

/** The whole text as WhatsApp gets it. */
export function draftText({ seller, buyer }: ChatDraft): string {
  return buyer === null ? seller : `${seller}\n\n${buyer}`
}

/** `https://wa.me/<digits>?text=…`: opens an editable draft; it proves neither sending nor delivery. */
export function clickToChatUrl(e164: string, draft: ChatDraft): string {
  // A lone half of a surrogate pair would make encodeURIComponent throw.
  const text = draftText(draft).replace(LONE_SURROGATE, '\ufffd')
  return `https://wa.me/${phoneDigits(e164)}?text=${encodeURIComponent(text)}`
}

function part(subject: DraftSubject, locale: Locale, longest: number): string {
  const sentences = DRAFT_SENTENCES[locale]
  const booth = (locale === 'ar' && subject.boothArabic) || subject.booth
  const { product } = subject
  const lines = [sentences.greeting(cut(oneLine(booth), longest))]
  if (product) {
    const name = locale === 'id' ? product.nameForSeller : product.nameForBuyer
    lines.push(sentences.sawProduct(cut(oneLine(name), longest), product.minimumOrder))
  } else lines.push(sentences.sawBooth)
  lines.push(subject.quantity === null ? sentences.askMore : sentences.askQuantity(subject.quantity))
  const text = lines.join(' ')
  // The link once: in the part that the seller reads.
  return locale === 'id' ? `${text}\n${subject.link}` : text
}

export function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim()
}

export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text
    .slice(0, length - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
}
