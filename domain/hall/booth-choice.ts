import { BUSINESS_FIELDS, type BusinessField } from '../shared/enums'
import { isId } from '../shared/ids'

/** Which booths a tour leads to, or stand in one's own aisle. */
export type BoothChoice =
  | { by: 'field'; field: BusinessField }
  | { by: 'award' }
  /** Those that can answer a need; only for who may read it. */
  | { by: 'need'; needId: string }
  /** Those that the visitor keeps, or of which they keep a product. */
  | { by: 'shelf' }
  | { by: 'search'; text: string }

export const LONGEST_SEARCH = 200

/** The words that are searched for; null when there are none. */
export function parseSearchText(text: string | null): string | null {
  return text?.trim().slice(0, LONGEST_SEARCH).trim() || null
}

/**
 * Reads `field:<field>`, `award`, `need:<id>`, `shelf` or `search`, which needs words besides.
 * Null for what cannot be meant.
 */
export function parseChoice(value: string | null, search: string | null): BoothChoice | null {
  const [, by, of = null] = /^([a-z]+)(?::(.+))?$/.exec(value ?? '') ?? []
  if (by === 'field') {
    const field = BUSINESS_FIELDS.find((known) => known === of)
    return field ? { by, field } : null
  }
  if (by === 'need') return isId(of) ? { by, needId: of } : null
  if (of !== null) return null
  if (by === 'award' || by === 'shelf') return { by }
  return by === 'search' && search !== null ? { by, text: search } : null
}

/** The parameters that say a choice under the name of what is made of it. */
export function choiceParams(name: 'tour' | 'aisle', choice: BoothChoice): URLSearchParams {
  const of = choice.by === 'field' ? choice.field : choice.by === 'need' ? choice.needId : null
  const params = new URLSearchParams({ [name]: of === null ? choice.by : `${choice.by}:${of}` })
  if (choice.by === 'search') params.set('q', choice.text)
  return params
}
