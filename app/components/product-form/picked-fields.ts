import {
  differingFields,
  emptyTypedProduct,
  MOST_TIERS,
  TYPED_FIELDS,
  type TypedField,
  type TypedProduct,
} from '~/domain/product/typed-product'
import type { ChangedField } from './form-state'

/** The form's id: choices stand outside of it. */
export const PRODUCT_FORM = 'product-form'

export type PickedField = TypedField | 'tiers'

/** Names of what a form without JavaScript sends of a choice. */
export function pickNames(field: PickedField) {
  return { pick: `pick.${field}`, mine: `mine.${field}`, theirs: `theirs.${field}` }
}

/** One field of a form as another form has it. */
export function withField(typed: TypedProduct, field: PickedField, from: TypedProduct): TypedProduct {
  return field === 'tiers' ? { ...typed, tiers: from.tiers } : { ...typed, [field]: from[field] }
}

/**
 * Two forms that were made of one: which fields differ, who changed them, and what to begin with. What only the other
 * has changed is theirs; what both have is the reader's own, who is asked.
 * @param base what both began with; null: nobody knows.
 */
export function compareEdits(
  base: TypedProduct | null,
  mine: TypedProduct,
  theirs: TypedProduct,
): { fields: ChangedField[]; merged: TypedProduct } {
  const changedBy = (form: TypedProduct) => new Set(base ? differingFields(base, form) : [])
  const byMe = changedBy(mine)
  const byThem = changedBy(theirs)
  let merged = mine
  const fields = differingFields(mine, theirs).map((field): ChangedField => {
    const by = !base ? null : !byMe.has(field) ? 'them' : byThem.has(field) ? 'both' : 'me'
    const pick = by === 'them' ? 'theirs' : 'mine'
    if (pick === 'theirs') merged = withField(merged, field, theirs)
    return { field, mine, theirs, by, pick }
  })
  return { fields, merged }
}

/**
 * What was typed with the choices that a form without JavaScript sent along. A field in which something else was
 * typed since is left as it was typed.
 */
export function readPicked(typed: TypedProduct, form: FormData): TypedProduct {
  let picked = typed
  for (const field of [...TYPED_FIELDS, 'tiers'] as const) {
    const names = pickNames(field)
    const side = form.get(names.pick)
    if (side !== 'mine' && side !== 'theirs') continue
    const [mine, theirs] = [names.mine, names.theirs].map((name) => readSide(field, form.get(name)))
    if (!mine || !theirs) continue
    const isUntouched = [mine, theirs].some((one) => !differingFields(one, typed).includes(field))
    if (isUntouched) picked = withField(picked, field, side === 'mine' ? mine : theirs)
  }
  return picked
}

function readSide(field: PickedField, sent: FormDataEntryValue | null): TypedProduct | null {
  if (typeof sent !== 'string') return null
  const empty = emptyTypedProduct()
  if (field !== 'tiers') return { ...empty, [field]: sent }
  try {
    const rows: unknown = JSON.parse(sent)
    if (!Array.isArray(rows)) return null
    const tiers = rows.slice(0, MOST_TIERS).map((row: { from?: unknown; price?: unknown } | null) => ({
      from: String(row?.from ?? ''),
      price: String(row?.price ?? ''),
    }))
    return { ...empty, tiers }
  } catch {
    return null
  }
}
