import { direction, type Locale } from '../shared/locale'
import type { MessageTemplate } from '../shared/message-enums'
import type { MessageVariables } from '../shared/message-variables'
import { encodeButton } from './button-payload'
import { type FilledForm, fillForm } from './fill-form'
import { cut } from './plain-value'
import type { Block, RenderedMessage, WhatsAppButton } from './rendered-message'
import type { Form } from './templates/template-words'
import { bodyOf, formWords, namesIn, TEMPLATE_WORDS } from './templates/words-for'

export type { Block, RenderedMessage, WhatsAppButton } from './rendered-message'

/** WhatsApp's own limit of a body, filled. */
export const BODY_LENGTH = 1_024
export const SUBJECT_LENGTH = 78
const NAME_IN_SUBJECT = 36
/** A name of which less is left says nothing. */
const LEAST_OF_NAME = 8

/** About the account, not about what an organisation does. */
const ACCOUNT_FORMS: readonly Form[] = [
  'sign-in-code',
  'organisation-invitation',
  'address-changed',
  'address-added',
  'address-removed',
  'reply-recorded',
]

/** A form's name where WhatsApp approves it. A changed sentence needs a new number. */
export const whatsappName = (form: Form) => `opop_${form.replaceAll('-', '_')}_v1`

export const whatsappCategory = (form: Form) =>
  form === 'sign-in-code' ? ('AUTHENTICATION' as const) : ('UTILITY' as const)

/**
 * Puts a message into words, for both channels from one source: in the receiver's language, with times on
 * their clock (null: the hall's) and links in their language.
 * @param publicUrl without a slash at its end.
 */
export function renderMessage<T extends MessageTemplate>(
  template: T,
  variables: MessageVariables[T],
  { locale, timeZone, publicUrl }: { locale: Locale; timeZone: string | null; publicUrl: string },
): RenderedMessage {
  const filled = fillForm(template, variables, { locale, timeZone })
  const words = formWords(filled.form, locale)
  const body = bodyOf(words)
  const link = filled.path === null ? null : `${locale}${filled.path}`
  const url = link && `${publicUrl}/${link}`
  return {
    whatsapp: {
      name: whatsappName(filled.form),
      language: locale,
      category: whatsappCategory(filled.form),
      // WhatsApp writes the sentence of a code itself.
      parameters:
        filled.form === 'sign-in-code'
          ? [filled.values.code ?? '']
          : namesIn(body).map((name) => filled.values[name] ?? ''),
      buttons: buttonsOf(filled, link, words.link, locale),
      freeText: [cut(put(body, filled.values), BODY_LENGTH - (url ? url.length + 2 : 0)), url]
        .filter(Boolean)
        .join('\n\n'),
    },
    mail: {
      subject: subjectOf(words.subject, filled.values),
      preheader: filled.values.when ?? put(words.close, filled.values),
      blocks: blocksOf(filled, url, locale),
      lang: locale,
      dir: direction(locale),
    },
  }
}

function buttonsOf(
  { form, values, replies }: FilledForm,
  suffix: string | null,
  title: string | null,
  locale: Locale,
): WhatsAppButton[] {
  if (form === 'sign-in-code') return [{ kind: 'copy-code', code: values.code ?? '' }]
  const titles = TEMPLATE_WORDS[locale].replies
  return [
    ...replies.map((payload) => ({
      kind: 'reply' as const,
      payload: encodeButton(payload),
      title: titles[payload.kind === 'outcome' ? payload.outcome : payload.kind],
    })),
    ...(suffix !== null && title !== null ? [{ kind: 'url' as const, suffix, title }] : []),
  ]
}

function blocksOf({ form, values }: FilledForm, url: string | null, locale: Locale): Block[] {
  const words = formWords(form, locale)
  const { small } = TEMPLATE_WORDS[locale]
  const blocks: Block[] = [{ kind: 'paragraph', text: put(words.lead, values) }]
  if (form === 'sign-in-code') blocks.push({ kind: 'code', code: values.code ?? '' })
  if (words.facts.length > 0) {
    const rows = words.facts.map(([label, value]) => ({ label, value: values[value] ?? '' }))
    blocks.push({ kind: 'facts', rows })
  }
  blocks.push({ kind: 'paragraph', text: words.close })
  if (url && words.link) blocks.push({ kind: 'button', label: words.link, url })
  const why = form.startsWith('order-')
    ? small.order
    : ACCOUNT_FORMS.includes(form)
      ? small.account
      : small.organisation
  blocks.push({ kind: 'small', text: put(why, values) })
  return blocks
}

function put(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

/** Names are cut before the sentence is: its end says as much as they do. The longest give way first. */
function subjectOf(sentence: string, values: Readonly<Record<string, string>>): string {
  const withNamesOf = (most: number) =>
    put(
      sentence,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => {
          const isIsolated = value.startsWith('\u2068') && value.endsWith('\u2069')
          const inner = cut(isIsolated ? value.slice(1, -1) : value, most)
          return [name, isIsolated ? `\u2068${inner}\u2069` : inner]
        }),
      ),
    )
  for (let most = NAME_IN_SUBJECT; most >= LEAST_OF_NAME; most--) {
    const subject = withNamesOf(most)
    if (subject.length <= SUBJECT_LENGTH) return subject
  }
  return cut(withNamesOf(LEAST_OF_NAME), SUBJECT_LENGTH)
}
