import type { Locale } from '~/domain/shared/locale'
import { pluralOf } from './format'

/** Forms of one sentence by CLDR's plural category; `other` is always there. */
export interface PluralForms {
  other: string
  zero?: string
  one?: string
  two?: string
  few?: string
  many?: string
}

/**
 * Puts values into a sentence that was sent with its page: `fill('From {count} {unit}', { count: '48', unit: 'jars' })`.
 * Values come formatted. A placeholder without a value stays as it is, so that its test sees it.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The sentence in the form that `count` needs, with `{count}` and the other values put in. */
export function fillPlural(
  forms: PluralForms,
  count: number,
  locale: Locale,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(forms[pluralOf(count, locale)] ?? forms.other, { count, ...values })
}
