/** An ISO day as an instant, for the formats that take one; in UTC it is that day. */
export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
