/** Longer ones are refused before they are hashed. */
export const PASSWORD_LENGTH = { least: 10, most: 128 } as const

export type PasswordProblem = 'password-missing' | 'password-short' | 'password-long' | 'password-plain'

/** What is wrong with a password that somebody chooses; null: nothing. Counted in characters, as people do. */
export function passwordProblem(password: string): PasswordProblem | null {
  const length = [...password].length
  if (length === 0) return 'password-missing'
  if (length < PASSWORD_LENGTH.least) return 'password-short'
  if (password.length > PASSWORD_LENGTH.most) return 'password-long'
  return new Set(password).size < 4 ? 'password-plain' : null
}
