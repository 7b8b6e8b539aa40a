import { z } from 'zod'
import { LOCALES, type Locale } from '../shared/locale'
import { CHANNELS, type Channel } from '../shared/message-enums'
import { parseTimeZone } from './time-zone'

export const NAME_LENGTH = 80

export type ProfileProblem = 'name-missing' | 'name-long' | 'zone-unknown' | 'choice'

export interface Profile {
  name: string
  /** In which messages are written. */
  locale: Locale
  timeZone: string | null
  /** By which messages go first. */
  preferredChannel: Channel
}

/** What the profile's form sends; problems are codes. */
export const profileSchema = z.object({
  name: z
    .string('name-missing')
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'name-missing').max(NAME_LENGTH, 'name-long')),
  locale: z.enum(LOCALES, 'choice'),
  timeZone: z.string('zone-unknown').transform((text, context) => {
    if (text.trim() === '') return null
    const zone = parseTimeZone(text)
    if (zone) return zone
    context.addIssue({ code: 'custom', message: 'zone-unknown' })
    return z.NEVER
  }),
  preferredChannel: z.enum(CHANNELS, 'choice'),
})

/** The first problem of each field. */
export function profileProblems(error: z.ZodError): Partial<Record<keyof Profile, ProfileProblem>> {
  const problems: Partial<Record<keyof Profile, ProfileProblem>> = {}
  for (const { path, message } of error.issues) {
    const name = path[0] as keyof Profile
    problems[name] ??= message as ProfileProblem
  }
  return problems
}
