import { z } from 'zod'

/** E-mail and password as typed; problems are codes. The password is never trimmed. */
export const signInSchema = z.object({
  email: z
    .string('email-missing')
    .trim()
    .min(1, 'email-missing')
    .max(254, 'email-wrong')
    .pipe(z.email('email-wrong'))
    .transform((email) => email.toLowerCase()),
  password: z.string('password-missing').min(1, 'password-missing'),
})

export type SignInFields = z.infer<typeof signInSchema>
export type SignInProblem = 'email-missing' | 'email-wrong' | 'password-missing'

/** The first problem of each field. */
export function signInProblems(error: z.ZodError): Partial<Record<keyof SignInFields, SignInProblem>> {
  const problems: Partial<Record<keyof SignInFields, SignInProblem>> = {}
  for (const { path, message } of error.issues) {
    const name = path[0]
    if (name !== 'email' && name !== 'password') continue
    problems[name] ??= message as SignInProblem
  }
  return problems
}
