import { z } from 'zod'
import type { Motif, PavilionStyle } from '../hall/motifs'
import { ACCENT_CONTRAST, colourOf, contrast, LETTER_CONTRAST, LETTERING } from '../hall/pavilion-look'
import { BUSINESS_FIELDS } from '../shared/enums'
import { LOCALES, type LocalizedText } from '../shared/locale'
import { type OpeningHours, type OpenSpan, WEEKDAYS, type Weekday } from '../shared/opening-hours'
import { BOOTH_LONGEST, type BoothFields, SPOKEN_LANGUAGES } from './booth-fields'
import {
  BOOTH_INPUTS,
  type BoothInput,
  type OpenField,
  OWN_COLOUR,
  openField,
  type TypedBooth,
} from './typed-booth'
import { videoLink } from './video-link'

/** What can be wrong with a field; the sentences are in `app/i18n`. */
export const BOOTH_PROBLEMS = [
  'name-missing',
  'name-number',
  'arabic-wrong',
  'too-long',
  'choose-one',
  'regency-missing',
  'district-elsewhere',
  'time-wrong',
  'time-missing',
  'ends-before',
  'spans-cross',
  'video-wrong',
  'video-host',
  'colour-form',
  'letters-faint',
  'accent-faint',
] as const
export type BoothProblem = (typeof BOOTH_PROBLEMS)[number]
export type BoothProblems = Partial<Record<BoothInput, BoothProblem>>

export interface BoothRules {
  /** What is invented carries a number in its name. */
  isSample: boolean
  /** How it looks where it says nothing of its own. */
  pavilion: PavilionStyle
  /** Those of its region's family. */
  motifs: readonly Motif[]
}

/** A word of Latin letters: the sign's first name, which everybody here can read. */
const LATIN = /\p{Script=Latin}{2}|\p{Script=Latin}.*\d/u
const ARABIC = /\p{Script=Arabic}{2}/u

const shape = z.object(
  Object.fromEntries(BOOTH_INPUTS.map((name) => [name, z.string().trim()])) as Record<
    BoothInput,
    z.ZodString
  >,
)

/**
 * The booth form as typed. Issues carry a BoothProblem as their message and a BoothInput as their path: all of
 * them at once. Whether a district is of its regency only the database knows.
 */
export function boothSchema({ isSample, pavilion, motifs }: BoothRules) {
  return shape.transform((typed: TypedBooth, context): BoothFields => {
    const issue = (field: BoothInput, message: BoothProblem) => {
      context.addIssue({ code: 'custom', path: [field], message })
      return null
    }
    const short = (name: Exclude<keyof typeof BOOTH_LONGEST, 'story'>) => {
      if (typed[name].length > BOOTH_LONGEST[name]) issue(name, 'too-long')
      return typed[name] || null
    }
    const arabic = (name: 'nameArabic' | 'signArabic') => {
      const said = short(name)
      if (said && !ARABIC.test(said)) issue(name, 'arabic-wrong')
      return said
    }
    const choice = <T extends string>(name: BoothInput, values: readonly T[]): T | null => {
      const chosen = values.find((value) => value === typed[name])
      if (typed[name] && !chosen) issue(name, 'choose-one')
      return chosen ?? null
    }
    const story: LocalizedText = {}
    for (const language of LOCALES) {
      const told = typed[`story.${language}`]
      if (told.length > BOOTH_LONGEST.story) issue(`story.${language}`, 'too-long')
      if (told) story[language] = told
    }
    const name = short('name')
    if (!name || !LATIN.test(name)) issue('name', 'name-missing')
    else if (isSample && !/\d/.test(name)) issue('name', 'name-number')
    const colour = ownColour('colour', pavilion.colour)
    const accent = ownColour('accent', pavilion.accent)
    const cloth = colour ?? pavilion.colour
    if (contrast(cloth, LETTERING) < LETTER_CONTRAST) issue(fieldOf('colour'), 'letters-faint')
    else if (contrast(cloth, accent ?? pavilion.accent) < ACCENT_CONTRAST)
      // Of two that don't go together the one that was chosen has to change.
      issue(typed.accent || !typed.colour ? fieldOf('accent') : fieldOf('colour'), 'accent-faint')
    const motif = choice('motif', motifs)
    if (!/^\d{4}$/.test(typed.regencyCode)) issue('regencyCode', 'regency-missing')
    const isIn = /^\d{6}$/.test(typed.districtCode) && typed.districtCode.startsWith(typed.regencyCode)
    if (typed.districtCode && !isIn) issue('districtCode', 'district-elsewhere')
    const spoken = SPOKEN_LANGUAGES.filter((code) => typed[`speaks.${code}`] === 'on')
    const exported = choice('hasExported', ['yes', 'no'])
    return {
      name: name ?? '',
      nameEnglish: short('nameEnglish'),
      nameArabic: arabic('nameArabic'),
      story: Object.keys(story).length > 0 ? story : null,
      signLatin: short('signLatin'),
      signArabic: arabic('signArabic'),
      motif: motif === pavilion.motif ? null : motif,
      colour,
      accent,
      field: choice('field', BUSINESS_FIELDS),
      regencyCode: typed.regencyCode || null,
      districtCode: typed.districtCode || null,
      address: short('address'),
      openingHours: hoursOf(typed, issue),
      videoUrl: video(),
      spokenLanguages: spoken.length > 0 ? spoken : null,
      hasExported: exported === null ? null : exported === 'yes',
    }

    function fieldOf(name: 'colour' | 'accent'): BoothInput {
      return typed[name] === OWN_COLOUR ? `${name}Own` : name
    }

    /** null: as the pavilion. */
    function ownColour(name: 'colour' | 'accent', ofPavilion: string): string | null {
      if (!typed[name]) return null
      const said = colourOf(typed[fieldOf(name)])
      if (!said) return issue(fieldOf(name), 'colour-form')
      return said === ofPavilion ? null : said
    }

    function video(): string | null {
      const said = short('videoUrl')
      if (!said) return null
      const link = videoLink(said)
      return 'url' in link ? link.url : issue('videoUrl', link.problem)
    }
  })
}

/** '8', '8.30', '08:30' as '08:30'; null where it is no time. */
export function clockTime(typed: string): string | null {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed.trim()) ?? []
  if (!hour || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

function hoursOf(
  typed: TypedBooth,
  issue: (field: OpenField, code: BoothProblem) => null,
): OpeningHours | null {
  const hours: OpeningHours = {}
  for (const day of WEEKDAYS) {
    const spans = ([0, 1] as const).flatMap((at) => spanOf(typed, day, at, issue))
    const [first, second] = spans
    if (first && second && second.from < first.to) issue(openField(day, 1, 'from'), 'spans-cross')
    if (spans.length > 0) hours[day] = spans
  }
  return Object.keys(hours).length > 0 ? hours : null
}

function spanOf(
  typed: TypedBooth,
  day: Weekday,
  at: 0 | 1,
  issue: (field: OpenField, code: BoothProblem) => null,
): OpenSpan[] {
  const read = (end: 'from' | 'to', other: 'from' | 'to') => {
    const field = openField(day, at, end)
    if (!typed[field]) return typed[openField(day, at, other)] ? issue(field, 'time-missing') : null
    return clockTime(typed[field]) ?? issue(field, 'time-wrong')
  }
  const [from, to] = [read('from', 'to'), read('to', 'from')]
  if (from === null || to === null) return []
  if (to <= from) issue(openField(day, at, 'to'), 'ends-before')
  return [{ from, to }]
}

/** The first problem of each field. */
export function boothProblems(error: z.ZodError): BoothProblems {
  const found: BoothProblems = {}
  for (const { path, message } of error.issues) {
    const field = BOOTH_INPUTS.find((name) => name === path[0])
    const problem = BOOTH_PROBLEMS.find((code) => code === message)
    if (field && problem) found[field] ??= problem
  }
  return found
}
