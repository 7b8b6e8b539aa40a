import Holidays from 'date-holidays'

const DAY_MS = 86_400_000

let indonesia: Holidays | undefined
const years = new Map<number, readonly string[]>()

/**
 * Indonesia's public holidays as ISO dates, of every year that the time touches. The list is reckoned (Islamic
 * months by the calendar's arithmetic, not by sighting), and knows neither the government's joint leave nor
 * a decree that moves a day: a pesantren's exceptions override it, an 'open' one also on a holiday.
 * For the server only: the package carries the calendars of the whole world.
 */
export function publicHolidays(from: Date, until: Date): ReadonlySet<string> {
  const first = new Date(from.getTime() - DAY_MS).getUTCFullYear()
  const last = new Date(until.getTime() + DAY_MS).getUTCFullYear()
  const days = new Set<string>()
  for (let year = first; year <= last; year++) for (const day of holidaysOf(year)) days.add(day)
  return days
}

function holidaysOf(year: number): readonly string[] {
  const found = years.get(year)
  if (found) return found
  indonesia ??= new Holidays('ID', { types: ['public'] })
  const days = indonesia.getHolidays(year).map(({ date }) => date.slice(0, 10))
  years.set(year, days)
  return days
}
