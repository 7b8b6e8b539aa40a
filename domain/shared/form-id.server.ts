import { createHash } from 'node:crypto'

/**
 * The id of what is sent with a form: the same for the same form and words, so that a double click makes
 * one, and another one when the writer goes back and writes something else. A UUID of version 7, whose time
 * is that of the form's token, which is one too; a token may also be only the time: 12 hexadecimal digits.
 */
export function formId(token: string, written: readonly (string | number | null)[]): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([token, ...written]))
    .digest('hex')
  const time = token.replaceAll('-', '').slice(0, 12)
  const variant = ((Number.parseInt(hash.slice(3, 4), 16) & 0b0011) | 0b1000).toString(16)
  const hex = `${time}7${hash.slice(0, 3)}${variant}${hash.slice(4, 19)}`
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const TOKEN = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a form's token is one that a page gave: a UUID of version 7. Anything else is to be replaced. */
export function isFormToken(token: string): boolean {
  return TOKEN.test(token)
}
