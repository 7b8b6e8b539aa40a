import { lastDay } from '~/domain/need/need.schema'
import type { RegencyChoice } from '~/domain/need/regencies.server'
import { HALL_ZONE } from '~/domain/shared/hall-zone'
import type { Locale } from '~/domain/shared/locale'
import type { NeedFormChoices } from './components/need-form'
import { countryChoices } from './country-names.server'

/** The day at the hall: 2026-11-22. A deadline is one of its days, because the goods come from there. */
export function hallToday(now: Date): string {
  return todayIn(HALL_ZONE, now)
}

/** The day on the clocks of an IANA zone: 2026-11-22. */
export function todayIn(zone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now)
}

/** What the form of a need lets choose from, in the reader's language. */
export function needChoices(now: Date, locale: Locale, regencies: RegencyChoice[]): NeedFormChoices {
  const today = hallToday(now)
  return { countries: countryChoices(locale), regencies, today, lastDay: lastDay(today) }
}
