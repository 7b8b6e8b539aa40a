import { z } from 'zod'
import { MEMBERSHIP_ROLES } from '../shared/enums'
import { LOCALES } from '../shared/locale'
import { typedLine } from '../shared/typed-text'

export const LONGEST_NAME = 100

/** Whom an organisation invites, beside the address; problems are codes. */
export const inviteSchema = z.object({
  role: z.enum(MEMBERSHIP_ROLES, 'role-missing'),
  /** The language of the message. */
  language: z.enum(LOCALES, 'language-missing'),
})

/** How somebody new wants to be called. */
export const receiverSchema = z.object({
  name: z.preprocess(typedLine, z.string().trim().min(1, 'name-missing').max(LONGEST_NAME, 'name-long')),
})

export type ReceiverProblem = 'name-missing' | 'name-long'
