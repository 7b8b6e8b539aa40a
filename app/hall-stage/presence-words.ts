import type { Locale } from '~/domain/shared/locale'
import { fillPlural, type PluralForms } from '../i18n/fill'
import { formatNumber } from '../i18n/format'

interface PresenceWords {
  here: PluralForms
  inHall: PluralForms
}

/** Only loaded with the presence itself, all three together: the hall's page has no bytes to spare for them. */
const WORDS: Record<Locale, PresenceWords> = {
  id: {
    here: { other: '{count} orang di sini sekarang' },
    inHall: { other: '{count} orang di aula sekarang' },
  },
  en: {
    here: { one: '{count} person here now', other: '{count} people here now' },
    inHall: { one: '{count} person in the hall now', other: '{count} people in the hall now' },
  },
  ar: {
    here: {
      one: 'شخص واحد هنا الآن',
      two: 'شخصان هنا الآن',
      few: '{count} أشخاص هنا الآن',
      many: '{count} شخصًا هنا الآن',
      other: '{count} شخص هنا الآن',
    },
    inHall: {
      one: 'شخص واحد في القاعة الآن',
      two: 'شخصان في القاعة الآن',
      few: '{count} أشخاص في القاعة الآن',
      many: '{count} شخصًا في القاعة الآن',
      other: '{count} شخص في القاعة الآن',
    },
  },
}

/** '3 people here now', the reader counted too; null when there is nobody else, which is no news. */
export function peopleWords(count: number, where: keyof PresenceWords, locale: Locale): string | null {
  if (count < 2) return null
  return fillPlural(WORDS[locale][where], count, locale, { count: formatNumber(count, locale) })
}
