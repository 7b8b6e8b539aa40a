import { useMatches } from '@remix-run/react'
import { ACTING_FIELD } from '../acting-field-name'

/**
 * In every form that writes for one's organisation: which one the page was made for, from its loader's `actingId`.
 * Another tab may act for another one meanwhile; `readActingForm` refuses such a form.
 */
export function ActingField() {
  // The page's own: while the data is away there is none, and nothing is named.
  const page = useMatches().at(-1)?.data as { actingId?: string | null } | null | undefined
  return page?.actingId ? <input type="hidden" name={ACTING_FIELD} value={page.actingId} /> : null
}
