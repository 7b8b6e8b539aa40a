/**
 * A path on this site that a form sent, for going back to where the reader was; anything else (another site,
 * a scheme, control characters) becomes `fallback`.
 */
export function safePath(value: unknown, fallback: string): string {
  if (typeof value !== 'string' || value.length > 1_000) return fallback
  // Not '//host' or '/\host', which browsers read as another site.
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(value)) return fallback
  // Resolving takes '/./' and '/../' out, behind which '//host' could hide.
  const base = 'http://here.invalid'
  const url = URL.canParse(value, base) ? new URL(value, base) : null
  if (url?.origin !== base || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search
}
