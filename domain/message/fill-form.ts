import { splitReason } from '../meeting/end-reason'
import { PESANTREN_LEFT } from '../order/end-reason'
import { MEETING_STATES } from '../shared/enums'
import type { Locale } from '../shared/locale'
import type { MessageTemplate } from '../shared/message-enums'
import type {
  MeetingMessage,
  MessageVariables,
  OrderMessage,
  PaperMessage,
} from '../shared/message-variables'
import { type ButtonPayload, TAPPED_OUTCOMES } from './button-payload'
import { REPLY_RESULTS } from './button-reply'
import { isolated, plainValue } from './plain-value'
import { sayMoney } from './say-money'
import { sayTime } from './say-time'
import type { Form, ValueName } from './templates/template-words'
import { TEMPLATE_WORDS } from './templates/words-for'

/** Whose clock and language. A zone that is not known is the hall's. */
export interface Reader {
  locale: Locale
  timeZone: string | null
}

/** A form with everything that it is filled with, in the reader's words. */
export interface FilledForm {
  form: Form
  values: Record<string, string>
  replies: ButtonPayload[]
  /** Without the language: '/meetings/…'; null: the template has no link. */
  path: string | null
}

/** UTF-16 units, so that a body never grows past WhatsApp's 1,024. */
export const LONGEST = { name: 60, goods: 80, text: 240, short: 60 } as const

type Fill<T extends MessageTemplate> = (variables: MessageVariables[T], reader: Reader) => FilledForm

const FILLS: { readonly [T in MessageTemplate]: Fill<T> } = {
  'sign-in-code': ({ code, minutes }, { locale }) =>
    filled('sign-in-code', null, {
      code: code ? plainValue(code, 12) : TEMPLATE_WORDS[locale].absent.code,
      minutes: plainValue(minutes, 4),
    }),
  'organisation-invitation': ({ organisation, organisationArabic, inviter, role, token }, { locale }) =>
    // Erased: then there is no link, rather than one to nowhere.
    filled('organisation-invitation', token ? `/invitations/${encodeURIComponent(token)}` : null, {
      inviter: name(inviter, locale),
      organisation: name((locale === 'ar' && organisationArabic) || organisation, locale),
      role: TEMPLATE_WORDS[locale].roles[role],
    }),
  'meeting-requested': (variables, reader) =>
    filled(
      'meeting-requested',
      meetingPath(variables),
      {
        ...meetingValues(variables, reader),
        note: said(variables.note, 'note', reader.locale),
        until: sayTime(new Date(variables.expiresAt), null, reader),
      },
      answers(variables, ['accept', 'decline']),
    ),
  'meeting-booked': (variables, reader) =>
    filled('meeting-booked', meetingPath(variables), meetingValues(variables, reader)),
  'meeting-change-proposed': (variables, reader) => {
    const { when: before, ...values } = meetingValues(variables, reader)
    const when = sayTime(new Date(variables.proposedStartsAt), new Date(variables.proposedEndsAt), reader)
    return filled(
      'meeting-change-proposed',
      meetingPath(variables),
      { ...values, before, when },
      answers(variables, ['accept-move', 'keep']),
    )
  },
  'meeting-changed': (variables, reader) => {
    const values = meetingValues(variables, reader)
    if (variables.from === null) return filled('meeting-kept', meetingPath(variables), values)
    const before = sayTime(new Date(variables.from), null, reader)
    return filled('meeting-moved', meetingPath(variables), { ...values, before })
  },
  'meeting-declined': (variables, reader) => {
    const values = meetingValues(variables, reader)
    const path = meetingPath(variables)
    if (variables.how === 'expired') return filled('meeting-expired', path, values)
    const form = variables.how === 'declined' ? ('meeting-declined' as const) : ('meeting-withdrawn' as const)
    return filled(form, path, { ...values, reason: endReason(variables.reason, reader.locale) })
  },
  'meeting-cancelled': (variables, reader) =>
    filled('meeting-cancelled', meetingPath(variables), {
      ...meetingValues(variables, reader),
      reason: endReason(variables.reason, reader.locale),
    }),
  'meeting-reminder-day': (variables, reader) =>
    filled('meeting-reminder-day', meetingPath(variables), meetingValues(variables, reader)),
  'meeting-reminder-hour': (variables, reader) =>
    filled('meeting-reminder-hour', meetingPath(variables), meetingValues(variables, reader)),
  'outcome-asked': (variables, reader) =>
    filled(
      'outcome-asked',
      meetingPath(variables),
      meetingValues(variables, reader),
      TAPPED_OUTCOMES.map((outcome) => ({ kind: 'outcome', outcome, meetingId: variables.meetingId })),
    ),
  'inquiry-received': ({ inquiryId, organisation, product, from, language }, { locale }) =>
    filled('inquiry-received', `/studio/inquiries/${inquiryId}`, {
      from: isolated(sender(from, locale), locale),
      organisation: name(organisation, locale),
      product: said(product, 'product', locale),
      language: TEMPLATE_WORDS[locale].languages[language],
    }),
  'verification-approved': ({ organisation }, { locale }) =>
    filled('verification-approved', '/verification', { organisation: name(organisation, locale) }),
  'verification-asked-back': ({ organisation, question }, { locale }) =>
    filled('verification-asked-back', '/verification', {
      organisation: name(organisation, locale),
      question: isolated(plainValue(question, LONGEST.text), locale),
    }),
  'verification-rejected': ({ organisation, reason }, { locale }) =>
    filled('verification-rejected', '/verification', {
      organisation: name(organisation, locale),
      reason: said(reason, 'reason', locale),
    }),
  'booth-published': ({ organisation, slug }, { locale }) =>
    filled('booth-published', `/booths/${slug}`, { organisation: name(organisation, locale) }),
  'booth-asked-back': ({ organisation, question }, { locale }) =>
    filled('booth-asked-back', '/studio/publish', {
      organisation: name(organisation, locale),
      question: isolated(plainValue(question, LONGEST.text), locale),
    }),
  'paper-verified': (paper, { locale }) =>
    filled('paper-verified', '/studio/certificates', {
      organisation: name(paper.organisation, locale),
      paper: paperName(paper, locale),
    }),
  'paper-objected': (paper, { locale }) =>
    filled('paper-objected', '/studio/certificates', {
      organisation: name(paper.organisation, locale),
      paper: paperName(paper, locale),
      reason: said(paper.reason, 'reason', locale),
    }),
  'address-changed': (variables, reader) =>
    filled('address-changed', '/account', addressValues(variables, reader)),
  'address-added': (variables, reader) =>
    filled('address-added', '/account', addressValues(variables, reader)),
  'address-removed': (variables, reader) =>
    filled('address-removed', '/account', addressValues(variables, reader)),
  'access-given': ({ organisation }, { locale }) =>
    filled('access-given', '/team', { organisation: name(organisation, locale) }),
  'organisations-merged': ({ organisation, other }, { locale }) =>
    filled('organisations-merged', '/team', {
      organisation: name(organisation, locale),
      other: name(other, locale),
    }),
  'order-new': (variables, { locale }) =>
    filled('order-new', sellerPath(variables), {
      ...orderValues(variables, locale),
      delivery: TEMPLATE_WORDS[locale].deliveries[variables.isHandedOver ? 'hand-over' : 'ship'],
    }),
  'order-paid': (variables, { locale }) =>
    filled('order-paid', buyerPath(variables), {
      ...orderValues(variables, locale),
      amount: sayMoney(variables.totalMinor, locale),
    }),
  'order-packed': (variables, { locale }) =>
    filled('order-packed', buyerPath(variables), orderValues(variables, locale)),
  'order-sent': (variables, { locale }) => {
    const { courier, tracking } = variables
    const values = orderValues(variables, locale)
    if (courier === null) return filled('order-handed-over', buyerPath(variables), values)
    return filled('order-sent', buyerPath(variables), {
      ...values,
      courier: isolated(plainValue(courier, LONGEST.short), locale),
      tracking: said(tracking, 'reason', locale),
    })
  },
  'order-arrived': (variables, { locale }) =>
    filled('order-arrived', sellerPath(variables), orderValues(variables, locale)),
  'order-ended': (variables, { locale }) => {
    const path = variables.isOwn ? sellerPath(variables) : buyerPath(variables)
    const values = orderValues(variables, locale)
    if (variables.how === 'lapsed') return filled('order-lapsed', path, values)
    const reason =
      variables.reason === PESANTREN_LEFT
        ? TEMPLATE_WORDS[locale].endReasons.left
        : said(variables.reason, 'reason', locale)
    return filled('order-cancelled', path, { ...values, reason })
  },
  'order-refunded': (variables, { locale }) =>
    filled('order-refunded', buyerPath(variables), amountValues(variables, locale)),
  'order-surplus': (variables, { locale }) =>
    filled('order-surplus', buyerPath(variables), amountValues(variables, locale)),
  'order-proof-rejected': (variables, reader) => {
    const { number, organisation } = orderValues(variables, reader.locale)
    return filled('order-proof-rejected', buyerPath(variables), {
      number,
      organisation,
      reason: said(variables.reason, 'reason', reader.locale),
      until: sayTime(new Date(variables.expiresAt), null, reader),
    })
  },
  'order-transfer-due': (variables, reader) => {
    const { number, organisation } = orderValues(variables, reader.locale)
    return filled('order-transfer-due', buyerPath(variables), {
      number,
      organisation,
      amount: sayMoney(variables.totalMinor, reader.locale),
      until: sayTime(new Date(variables.expiresAt), null, reader),
    })
  },
  'order-send-due': (variables, reader) =>
    filled('order-send-due', sellerPath(variables), {
      ...orderValues(variables, reader.locale),
      since: sayTime(new Date(variables.paidAt), null, reader),
    }),
  'order-disputed': (variables, reader) =>
    filled('order-disputed', sellerPath(variables), {
      ...amountValues(variables, reader.locale),
      until: variables.dueAt
        ? sayTime(new Date(variables.dueAt), null, reader)
        : said(null, 'reason', reader.locale),
    }),
  'order-dispute-ended': (variables, { locale }) =>
    filled(
      variables.how === 'won' ? 'order-dispute-won' : 'order-dispute-lost',
      sellerPath(variables),
      amountValues(variables, locale),
    ),
  'reply-recorded': ({ result, path }, { locale }) =>
    filled('reply-recorded', path ?? '/meetings', {
      result: replyWords(result, locale),
    }),
}

function paperName({ kind, number }: PaperMessage, locale: Locale): string {
  const kindName = TEMPLATE_WORDS[locale].papers[kind]
  return number ? `${kindName} ${isolated(plainValue(number, LONGEST.short), locale)}` : kindName
}

function addressValues({ channel, shown }: MessageVariables['address-changed'], { locale }: Reader) {
  return {
    channel: isolated(TEMPLATE_WORDS[locale].channels[channel], locale),
    shown: isolated(plainValue(shown, LONGEST.short), locale),
  }
}

/** A template's variables as the values of its form, each short, plain and in the reader's language and zone. */
export function fillForm<T extends MessageTemplate>(
  template: T,
  variables: MessageVariables[T],
  reader: Reader,
): FilledForm {
  return FILLS[template](variables, reader)
}

/** The compiler sees that a form gets all of its values and no others. */
function filled<F extends Form>(
  form: F,
  path: string | null,
  values: Record<ValueName<F>, string>,
  replies: ButtonPayload[] = [],
): FilledForm {
  return { form, values, replies, path }
}

const meetingPath = ({ meetingId }: MeetingMessage) => `/meetings/${meetingId}`
const name = (typed: string, locale: Locale) => isolated(plainValue(typed, LONGEST.name), locale)

const buyerPath = ({ orderId }: OrderMessage) => `/orders/${orderId}`
const sellerPath = ({ orderId }: OrderMessage) => `/studio/orders/${orderId}`

function orderValues({ number, organisation, organisationArabic, goods }: OrderMessage, locale: Locale) {
  return {
    number: isolated(plainValue(number, LONGEST.short), locale),
    organisation: name((locale === 'ar' && organisationArabic) || organisation, locale),
    goods: isolated(plainValue(goods, LONGEST.goods), locale),
  }
}

function amountValues(message: OrderMessage & { amountMinor: number }, locale: Locale) {
  const { number, organisation } = orderValues(message, locale)
  return { number, organisation, amount: sayMoney(message.amountMinor, locale) }
}

function meetingValues(message: MeetingMessage, reader: Reader) {
  const { locale } = reader
  return {
    counterpart: name((locale === 'ar' && message.counterpartArabic) || message.counterpart, locale),
    organisation: name(message.organisation, locale),
    when: sayTime(new Date(message.startsAt), new Date(message.endsAt), reader),
    goods: message.goods?.trim()
      ? isolated(plainValue(message.goods, LONGEST.goods), locale)
      : TEMPLATE_WORDS[locale].absent.goods,
  }
}

const answers = (
  { meetingId, version }: MeetingMessage,
  kinds: readonly Exclude<ButtonPayload['kind'], 'outcome'>[],
): ButtonPayload[] => kinds.map((kind) => ({ kind, meetingId, version }))

function said(typed: string | null, absent: 'note' | 'reason' | 'product', locale: Locale): string {
  if (!typed?.trim()) return TEMPLATE_WORDS[locale].absent[absent]
  return isolated(plainValue(typed, absent === 'product' ? LONGEST.goods : LONGEST.text), locale)
}

/** What a reply came to, as a sentence; a result that no sentence knows says nothing wrong. */
function replyWords(result: string, locale: Locale): string {
  const { results, changed } = TEMPLATE_WORDS[locale]
  const state = MEETING_STATES.find((known) => result === `changed-${known}`)
  if (state) return changed[state]
  return results[REPLY_RESULTS.find((known) => known === result) ?? 'nobody-reads']
}

/** A reason's code in the reader's language, with what was written beside it. */
function endReason(reason: string | null, locale: Locale): string {
  const { code, text } = splitReason(reason ?? '')
  if (!code) return said(text, 'reason', locale)
  const sentence = TEMPLATE_WORDS[locale].endReasons[code]
  return text.trim() ? `${sentence}: ${said(text, 'reason', locale)}` : sentence
}

/** Anybody can send an inquiry under any name: one with an address of the web in it isn't passed on in ours. */
function sender(from: string | null, locale: Locale): string {
  const shown = from?.trim() ? plainValue(from, LONGEST.short) : null
  return shown && !/:\/\/|www\.|\w\.\w{2,}/i.test(shown) ? shown : TEMPLATE_WORDS[locale].absent.from
}
