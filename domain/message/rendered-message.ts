import type { Locale } from '../shared/locale'

/** A part of a mail, from which its HTML and its plain text are made. Texts hold no markup. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'code'; code: string }
  | { kind: 'facts'; rows: { label: string; value: string }[] }
  /** `url`: the whole address. */
  | { kind: 'button'; label: string; url: string }
  | { kind: 'small'; text: string }

/** In the order of the template's own buttons: `index` counts from 0. Reply buttons come before the link. */
export type WhatsAppButton =
  | { kind: 'reply'; payload: string; title: string }
  /** What follows the address that the template was approved with: 'id/meetings/…'. */
  | { kind: 'url'; suffix: string; title: string }
  | { kind: 'copy-code'; code: string }

/** A message in the receiver's language, for both channels. */
export interface RenderedMessage {
  whatsapp: {
    /** The approved template: 'opop_meeting_booked_v1'. */
    name: string
    language: Locale
    category: 'AUTHENTICATION' | 'UTILITY'
    /** Of its body, in order. */
    parameters: string[]
    buttons: WhatsAppButton[]
    /** The same as free text with its link, for inside the 24-hour window; at most 1,024 characters. */
    freeText: string
  }
  mail: {
    subject: string
    /** What a list of mails shows after the subject. */
    preheader: string
    blocks: Block[]
    lang: Locale
    dir: 'ltr' | 'rtl'
  }
}
