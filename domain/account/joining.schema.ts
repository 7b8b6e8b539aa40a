import { z } from 'zod'
import { COUNTRIES, HOME_COUNTRY } from '../need/destinations'
import type { JoiningKind } from '../shared/account-enums'
import { BUSINESS_FIELDS, type BusinessField } from '../shared/enums'
import { typedLine, typedText } from '../shared/typed-text'

/** What somebody on the way in fills in, by the name of its field. `claimNote`: see hand-in.server.ts. */
export const JOINING_TEXTS = [
  'personName',
  'name',
  'nameArabic',
  'regencyCode',
  'districtCode',
  'field',
  'whatsapp',
  'countryCode',
  'buys',
  'claimNote',
] as const
export type JoiningText = (typeof JOINING_TEXTS)[number]

/** Everything as typed. */
export type JoiningValues = Record<JoiningText, string>

/** What can be wrong with a field; the sentences are in `app/i18n`. */
export const JOINING_PROBLEMS = [
  'person-name-missing',
  'name-missing',
  'name-number',
  'arabic-wrong',
  'regency-missing',
  'district-missing',
  'field-missing',
  'whatsapp-wrong',
  'country-missing',
  'country-home',
  'buys-missing',
  'too-long',
] as const
export type JoiningProblem = (typeof JOINING_PROBLEMS)[number]
export type JoiningProblems = Partial<Record<JoiningText, JoiningProblem>>

/** The steps that are pages of their own; the second, the code, is the sign-in's. */
export const JOINING_STEPS = ['start', 'who', 'check'] as const
export type JoiningStep = (typeof JOINING_STEPS)[number]

export const LONGEST = {
  personName: 80,
  name: 100,
  nameArabic: 100,
  whatsapp: 40,
  buys: 300,
  claimNote: 400,
} as const

/** Longer than anything that is taken, so that what is too long is kept to be shortened. */
const KEPT = 600

/** What is handed in, in the shape of the rows that it becomes. */
export interface JoiningFields {
  personName: string
  name: string
  nameArabic: string | null
  regencyCode: string | null
  districtCode: string | null
  field: BusinessField | null
  whatsappE164: string | null
  countryCode: string | null
  /** What a company buys, in its own words. */
  buys: string | null
}

export interface JoiningRules {
  kind: JoiningKind
  /** What is invented carries a number in its name, and no phone. */
  isSample: boolean
  /** A phone as typed, in E.164: domain/shared/phone.ts, which stays on the server. */
  parsePhone: (text: string) => string | null
}

/** What is kept of a step as it was sent, right or wrong: known fields, without control characters. */
export function keptValues(sent: Readonly<Record<string, unknown>>): Partial<JoiningValues> {
  const kept: Partial<JoiningValues> = {}
  for (const name of JOINING_TEXTS) {
    if (!(name in sent)) continue
    const clean = name === 'buys' || name === 'claimNote' ? typedText : typedLine
    kept[name] = clean(sent[name]).slice(0, KEPT)
  }
  return kept
}

/** The kept fields with every field there. */
export function wholeValues(kept: Readonly<Record<string, string>>): JoiningValues {
  return Object.fromEntries(JOINING_TEXTS.map((name) => [name, kept[name] ?? ''])) as JoiningValues
}

/** A word of Latin letters: the sign's first name, which everybody here can read. */
const LATIN = /\p{Script=Latin}{2}|\p{Script=Latin}.*\d/u
const ARABIC = /\p{Script=Arabic}{2}/u

const line = z.preprocess(typedLine, z.string().trim())
const text = z.preprocess(typedText, z.string().trim())

/**
 * What a kind of organisation has to say to be handed in. Issues carry a JoiningProblem as their message and
 * the field in their path: all of them at once. Fields of other kinds are left out, whatever they hold.
 */
export function joiningSchema({ kind, isSample, parsePhone }: JoiningRules) {
  return z
    .object({
      personName: line,
      name: line,
      nameArabic: line,
      regencyCode: line,
      districtCode: line,
      field: line,
      whatsapp: line,
      countryCode: line,
      buys: text,
    })
    .transform((typed, context): JoiningFields => {
      const issue = (path: JoiningText, message: JoiningProblem) => {
        context.addIssue({ code: 'custom', path: [path], message })
        return z.NEVER
      }
      const isPesantren = kind === 'pesantren'
      const asked = isPesantren ? (['nameArabic', 'whatsapp'] as const) : (['nameArabic', 'buys'] as const)
      for (const name of ['personName', 'name', ...asked] as const) {
        if (typed[name].length > LONGEST[name]) issue(name, 'too-long')
      }
      return {
        personName: /\p{L}/u.test(typed.personName)
          ? typed.personName
          : issue('personName', 'person-name-missing'),
        name: organisationName(),
        nameArabic:
          !typed.nameArabic || ARABIC.test(typed.nameArabic)
            ? typed.nameArabic || null
            : issue('nameArabic', 'arabic-wrong'),
        ...(isPesantren ? place() : { regencyCode: null, districtCode: null }),
        field: isPesantren ? business() : null,
        whatsappE164: isPesantren && !isSample ? phone() : null,
        countryCode: isPesantren ? null : country(),
        buys: isPesantren ? null : /\p{L}{2}/u.test(typed.buys) ? typed.buys : issue('buys', 'buys-missing'),
      }

      function organisationName(): string {
        if (!LATIN.test(typed.name)) return issue('name', 'name-missing')
        return isSample && !/\d/.test(typed.name) ? issue('name', 'name-number') : typed.name
      }

      function place() {
        const { regencyCode, districtCode } = typed
        if (!/^\d{4}$/.test(regencyCode))
          return { regencyCode: issue('regencyCode', 'regency-missing'), districtCode }
        const isIn = /^\d{6}$/.test(districtCode) && districtCode.startsWith(regencyCode)
        return { regencyCode, districtCode: isIn ? districtCode : issue('districtCode', 'district-missing') }
      }

      function business(): BusinessField {
        return BUSINESS_FIELDS.find((one) => one === typed.field) ?? issue('field', 'field-missing')
      }

      function phone(): string | null {
        if (!typed.whatsapp) return null
        return parsePhone(typed.whatsapp) ?? issue('whatsapp', 'whatsapp-wrong')
      }

      function country(): string {
        if (kind === 'offtaker') return HOME_COUNTRY
        if (typed.countryCode === HOME_COUNTRY) return issue('countryCode', 'country-home')
        return COUNTRIES.has(typed.countryCode) ? typed.countryCode : issue('countryCode', 'country-missing')
      }
    })
}

/** The first problem of each field. */
export function joiningProblems(error: z.ZodError): JoiningProblems {
  const found: JoiningProblems = {}
  for (const { path, message } of error.issues) {
    const field = JOINING_TEXTS.find((name) => name === path[0])
    const problem = JOINING_PROBLEMS.find((code) => code === message)
    if (field && problem) found[field] ??= problem
  }
  return found
}

/** Where somebody goes on: the first step that isn't done. */
export function nextStep({
  kind,
  hasConsented,
  values,
  ...rules
}: Omit<JoiningRules, 'kind'> & {
  kind: JoiningKind | null
  /** To what is kept of the person. */
  hasConsented: boolean
  values: JoiningValues
}): JoiningStep {
  if (!kind || !hasConsented) return 'start'
  return joiningSchema({ kind, ...rules }).safeParse(values).success ? 'check' : 'who'
}

/** The page of a step, without the language. */
export function stepPath(step: JoiningStep): string {
  return step === 'start' ? '/join' : `/join/${step}`
}
