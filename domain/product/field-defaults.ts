import type { BusinessField, TradeUnit } from '../shared/enums'
import type { TypedProduct } from './typed-product'

/** What the goods of a field of business have in common, as far as help in the form goes; the words are in `app/i18n`. */
export const FIELD_HELPS = ['food', 'drink', 'fresh', 'cloth', 'goods', 'service'] as const
export type FieldHelp = (typeof FIELD_HELPS)[number]

interface FieldDefaults {
  unit: TradeUnit
  /** See drawing-kinds.ts. */
  kind: string
  help: FieldHelp
}

/** Only what can't mislead a buyer is filled in: a shelf life or a lead time is never guessed, but explained. */
const DEFAULTS: Record<BusinessField, FieldDefaults> = {
  'konfeksi-fashion': { unit: 'piece', kind: 'shirt', help: 'cloth' },
  'makanan-olahan-nabati': { unit: 'pack', kind: 'chips', help: 'food' },
  'makanan-olahan-hewani': { unit: 'pack', kind: 'meat', help: 'food' },
  minuman: { unit: 'bottle', kind: 'syrup', help: 'drink' },
  perikanan: { unit: 'kg', kind: 'fish', help: 'fresh' },
  peternakan: { unit: 'kg', kind: 'feed', help: 'fresh' },
  pertanian: { unit: 'kg', kind: 'vegetables', help: 'fresh' },
  kerajinan: { unit: 'piece', kind: 'bag', help: 'goods' },
  jasa: { unit: 'hour', kind: 'carton', help: 'service' },
  perdagangan: { unit: 'piece', kind: 'carton', help: 'goods' },
  elektronik: { unit: 'piece', kind: 'lamp', help: 'goods' },
}

export const fieldDefaults = (field: BusinessField): FieldDefaults => DEFAULTS[field]

/** The help of a field as typed; goods where it is none. */
export function helpOf(field: string): FieldHelp {
  return isField(field) ? DEFAULTS[field].help : 'goods'
}

/**
 * A new product whose field of business was changed, with that field's unit and kind, as long as nobody has chosen
 * them. Null: nothing is to be filled in.
 * @param start what the form began with.
 */
export function withFieldDefaults(
  before: TypedProduct,
  now: TypedProduct,
  start: TypedProduct,
): TypedProduct | null {
  if (now.field === before.field || !isField(now.field)) return null
  const untouched = [start, isField(before.field) ? DEFAULTS[before.field] : start]
  if (!untouched.some(({ unit, kind }) => unit === now.unit && kind === now.kind)) return null
  const { unit, kind } = now.field === start.field ? start : DEFAULTS[now.field]
  return { ...now, unit, kind }
}

const isField = (value: string): value is BusinessField => Object.hasOwn(DEFAULTS, value)
