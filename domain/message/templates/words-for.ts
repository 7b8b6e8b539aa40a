import type { Locale } from '../../shared/locale'
import { ar } from './ar'
import { en } from './en'
import { id } from './id'
import type { Form, FormWords, TemplateWords } from './template-words'

export const TEMPLATE_WORDS: Record<Locale, TemplateWords> = { id, en, ar }

/** A form's sentences with the names of its values as plain text, for what treats all forms alike. */
export function formWords(form: Form, locale: Locale): FormWords<Form> {
  return TEMPLATE_WORDS[locale].forms[form]
}

/** The body that WhatsApp approves, with `{names}`: the lead, the facts each on its line, what to do now. */
export function bodyOf({ lead, facts, close }: FormWords<Form>): string {
  const lines = facts.map(([label, value]) => `${label}: {${value}}`).join('\n')
  return [lead, lines, close].filter(Boolean).join('\n\n')
}

/** The names in a text, each once, in order: WhatsApp numbers them so. */
export function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))]
}
