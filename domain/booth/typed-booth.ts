import { LOCALES } from '../shared/locale'
import { WEEKDAYS, type Weekday } from '../shared/opening-hours'
import { typedLine, typedText } from '../shared/typed-text'
import { BOOTH_LONGEST, type BoothFields, SPOKEN_LANGUAGES } from './booth-fields'

/** Names of the four fields of a day: two spans. */
export const openField = (day: Weekday, span: 0 | 1, end: 'from' | 'to') =>
  `open.${day}.${span}.${end}` as const
export type OpenField = ReturnType<typeof openField>

const TEXTS = [
  'name',
  'nameEnglish',
  'nameArabic',
  'story.id',
  'story.en',
  'story.ar',
  'signLatin',
  'signArabic',
  'field',
  'regencyCode',
  'districtCode',
  'address',
  'motif',
  'colour',
  'colourOwn',
  'accent',
  'accentOwn',
  'hasExported',
  'videoUrl',
] as const
const LANGUAGES = SPOKEN_LANGUAGES.map((code) => `speaks.${code}` as const)
const OPEN = WEEKDAYS.flatMap((day) =>
  ([0, 1] as const).flatMap((span) => [openField(day, span, 'from'), openField(day, span, 'to')]),
)

/** The form's fields by their names, all of one text each; a ticked box is 'on'. */
export const BOOTH_INPUTS = [...TEXTS, ...LANGUAGES, ...OPEN] as const
export type BoothInput = (typeof BOOTH_INPUTS)[number]
/** The whole form as typed: what it is filled with again when something isn't right. */
export type TypedBooth = Record<BoothInput, string>

/** The value of a colour that is none of those offered: it stands in the field beside. */
export const OWN_COLOUR = 'own'

export function emptyTypedBooth(): TypedBooth {
  return Object.fromEntries(BOOTH_INPUTS.map((name) => [name, ''])) as TypedBooth
}

/** Longer than any field allows, so that its problem can be told. */
const MORE = 2_000

/** What a form sent, leniently: what is missing is empty. */
export function readTypedBooth(form: Pick<FormData, 'get'>): TypedBooth {
  const typed = emptyTypedBooth()
  for (const name of BOOTH_INPUTS) {
    const clean = name.startsWith('story.') || name === 'address' ? typedText : typedLine
    typed[name] = clean(form.get(name)).slice(0, BOOTH_LONGEST.story + MORE)
  }
  return typed
}

/** The form that says what is stored. */
export function typedBooth(
  fields: BoothFields,
  offered: { colours: readonly string[]; accents: readonly string[] },
) {
  const typed = emptyTypedBooth()
  const { story, openingHours, spokenLanguages, hasExported, colour, accent } = fields
  for (const name of [
    'name',
    'nameEnglish',
    'nameArabic',
    'signLatin',
    'signArabic',
    'field',
    'regencyCode',
    'districtCode',
    'address',
    'motif',
    'videoUrl',
  ] as const)
    typed[name] = fields[name] ?? ''
  for (const language of LOCALES) typed[`story.${language}`] = story?.[language] ?? ''
  const isOffered = (one: string | null, of: readonly string[]) => one === null || of.includes(one)
  typed.colour = isOffered(colour, offered.colours) ? (colour ?? '') : OWN_COLOUR
  typed.colourOwn = colour ?? ''
  typed.accent = isOffered(accent, offered.accents) ? (accent ?? '') : OWN_COLOUR
  typed.accentOwn = accent ?? ''
  typed.hasExported = hasExported === null ? '' : hasExported ? 'yes' : 'no'
  for (const code of SPOKEN_LANGUAGES) typed[`speaks.${code}`] = spokenLanguages?.includes(code) ? 'on' : ''
  for (const day of WEEKDAYS)
    for (const at of [0, 1] as const) {
      const span = openingHours?.[day]?.[at]
      typed[openField(day, at, 'from')] = span?.from ?? ''
      typed[openField(day, at, 'to')] = span?.to ?? ''
    }
  return typed
}

/** The facts in which two forms differ, as a reader thinks of them. */
export const BOOTH_FACTS = [
  'name',
  'nameEnglish',
  'nameArabic',
  'story.id',
  'story.en',
  'story.ar',
  'signLatin',
  'signArabic',
  'field',
  'regencyCode',
  'districtCode',
  'address',
  'motif',
  'colour',
  'accent',
  'languages',
  'hasExported',
  'openingHours',
  'videoUrl',
] as const
export type BoothFact = (typeof BOOTH_FACTS)[number]

/** The fields in which a fact is typed. */
export function inputsOf(fact: BoothFact): readonly BoothInput[] {
  if (fact === 'languages') return LANGUAGES
  if (fact === 'openingHours') return OPEN
  if (fact === 'colour') return ['colour', 'colourOwn']
  if (fact === 'accent') return ['accent', 'accentOwn']
  return [fact]
}

export function differingFacts(one: TypedBooth, other: TypedBooth): BoothFact[] {
  const said = (typed: TypedBooth, fact: BoothFact) => {
    // The field of a colour of one's own counts only where it is meant.
    if (fact === 'colour') return typed.colour === OWN_COLOUR ? typed.colourOwn : typed.colour
    if (fact === 'accent') return typed.accent === OWN_COLOUR ? typed.accentOwn : typed.accent
    return inputsOf(fact)
      .map((name) => typed[name].replace(/\r\n?/g, '\n').trim())
      .join('\n')
  }
  return BOOTH_FACTS.filter((fact) => said(one, fact) !== said(other, fact))
}

/** One's own form with a fact as somebody else has stored it. */
export function takeStored(typed: TypedBooth, stored: TypedBooth, fact: BoothFact): TypedBooth {
  const taken = { ...typed }
  for (const name of inputsOf(fact)) taken[name] = stored[name]
  // A district is of its regency: neither is taken without the other.
  if (fact === 'regencyCode') taken.districtCode = stored.districtCode
  if (fact === 'districtCode') taken.regencyCode = stored.regencyCode
  return taken
}

/** Monday's hours for the other days up to `last`. */
export function copyMonday(typed: TypedBooth, last: Weekday): TypedBooth {
  const copied = { ...typed }
  for (const day of WEEKDAYS.filter((day) => day > 1 && day <= last))
    for (const span of [0, 1] as const)
      for (const end of ['from', 'to'] as const)
        copied[openField(day, span, end)] = typed[openField(1, span, end)]
  return copied
}
