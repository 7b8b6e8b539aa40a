/** Behind these the address holds what opens something: an invitation's link, a code's challenge. */
const SECRET = /\/(invitations|sign-in\/code)\/[^/?.]+/

/** The path of a request as logs may have it. */
export function loggedPath(path: string): string {
  return path.replace(SECRET, '/$1/…')
}
