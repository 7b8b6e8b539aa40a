import { createHash, createHmac } from 'node:crypto'

/** Which message takes the code of a challenge, by its dedupe key: so that it can be called back. */
export const codeMessageKey = (challenge: string) =>
  `code:${createHmac('sha256', 'message').update(challenge).digest('base64url').slice(0, 22)}`

/** A link's token as its invitation keeps it. */
export const hashedToken = (token: string) => createHash('sha256').update(token).digest('hex')
