import { LOCALES, type Locale } from '../../shared/locale'
import { MESSAGE_TEMPLATES, type MessageTemplate } from '../../shared/message-enums'
import type { MessageVariables } from '../../shared/message-variables'
import { fillForm } from '../fill-form'
import { renderMessage, whatsappCategory, whatsappName } from '../render-message'
import { EXAMPLES, MORE_EXAMPLES } from './examples'
import { bodyOf, formWords, namesIn } from './words-for'

/** How long a code works, as WhatsApp writes it under it: see `startCode`. */
const CODE_MINUTES = 10

/** A template as WhatsApp's `message_templates` takes it; the fields are its own. */
export interface MetaTemplate {
  name: string
  language: Locale
  category: 'AUTHENTICATION' | 'UTILITY'
  components: Record<string, unknown>[]
}

/**
 * Every form in every language, to be handed in for approval.
 * @param publicUrl where the links lead; a template is approved with it.
 */
export function metaTemplates(publicUrl: string): MetaTemplate[] {
  const examples: readonly { template: MessageTemplate; variables: MessageVariables[MessageTemplate] }[] = [
    ...MESSAGE_TEMPLATES.map((template) => ({ template, variables: EXAMPLES[template] })),
    ...MORE_EXAMPLES,
  ]
  return examples.flatMap(({ template, variables }) =>
    LOCALES.map((locale) => metaTemplate(template, variables, locale, publicUrl)),
  )
}

function metaTemplate(
  template: MessageTemplate,
  variables: MessageVariables[MessageTemplate],
  locale: Locale,
  publicUrl: string,
): MetaTemplate {
  const { form } = fillForm(template, variables, { locale, timeZone: null })
  const named = { name: whatsappName(form), language: locale, category: whatsappCategory(form) }
  if (named.category === 'AUTHENTICATION') {
    // The sentence and the button are WhatsApp's own.
    return {
      ...named,
      components: [
        { type: 'BODY', add_security_recommendation: true },
        { type: 'FOOTER', code_expiration_minutes: CODE_MINUTES },
        { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
      ],
    }
  }
  const body = bodyOf(formWords(form, locale))
  const names = namesIn(body)
  const { whatsapp } = renderMessage(template, variables, { locale, timeZone: null, publicUrl })
  const buttons = whatsapp.buttons.flatMap((button) => {
    if (button.kind === 'copy-code') return []
    if (button.kind === 'reply') return [{ type: 'QUICK_REPLY', text: button.title }]
    const url = `${publicUrl}/{{1}}`
    return [{ type: 'URL', text: button.title, url, example: [`${publicUrl}/${button.suffix}`] }]
  })
  return {
    ...named,
    components: [
      {
        type: 'BODY',
        text: body.replace(/\{(\w+)\}/g, (_, name: string) => `{{${names.indexOf(name) + 1}}}`),
        example: { body_text: [whatsapp.parameters] },
      },
      ...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons }] : []),
    ],
  }
}
