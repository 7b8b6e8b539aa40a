import { pageWords } from '~/app/i18n/page-words.server'
import type { BoothFields } from '~/domain/booth/booth-fields'
import type { BoothFact } from '~/domain/booth/typed-booth'
import type { Locale } from '~/domain/shared/locale'
import { WEEKDAYS } from '~/domain/shared/opening-hours'

/** What a fact of a booth said, as a reader reads it; a business field as its code, for the page has its name. */
export function toldFact(
  fields: BoothFields,
  fact: BoothFact,
  { locale, places }: { locale: Locale; places: Readonly<Record<string, string>> },
): string {
  const words = pageWords('studioBooth', locale)
  const place = (code: string | null) => (code ? (places[code] ?? code) : '')
  switch (fact) {
    case 'story.id':
      return fields.story?.id ?? ''
    case 'story.en':
      return fields.story?.en ?? ''
    case 'story.ar':
      return fields.story?.ar ?? ''
    case 'regencyCode':
    case 'districtCode':
      return place(fields[fact])
    case 'motif':
      return fields.motif
        ? pageWords('organiserPavilions', locale).motifs[fields.motif].name
        : words.asPavilion
    case 'colour':
    case 'accent':
      return fields[fact] ?? words.asPavilion
    case 'hasExported':
      return fields.hasExported === null ? '' : fields.hasExported ? words.yes : words.no
    case 'languages': {
      const names = new Intl.DisplayNames([locale], { type: 'language' })
      return (fields.spokenLanguages ?? []).map((code) => names.of(code) ?? code).join(', ')
    }
    case 'openingHours':
      return WEEKDAYS.flatMap((day) => {
        const spans = (fields.openingHours?.[day] ?? []).map(({ from, to }) => `${from}–${to}`)
        return spans.length > 0 ? [`${words.days[day]} ${spans.join(', ')}`] : []
      }).join('\n')
    default:
      return fields[fact] ?? ''
  }
}
