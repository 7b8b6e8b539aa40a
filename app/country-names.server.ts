import { orderedCountries } from '~/domain/need/destinations'
import type { Locale } from '~/domain/shared/locale'

export interface CountryChoices {
  /** Home and the likely markets, in their order. */
  near: { code: string; name: string }[]
  /** All others by name. */
  all: { code: string; name: string }[]
}

const choices = new Map<Locale, CountryChoices>()

/** A country's name in the reader's language. On the server, because browsers don't all have every language. */
export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}

/** The list to choose a country from. */
export function countryChoices(locale: Locale): CountryChoices {
  const known = choices.get(locale)
  if (known) return known
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const made = orderedCountries((code) => names.of(code) ?? code, new Intl.Collator(locale).compare)
  choices.set(locale, made)
  return made
}
