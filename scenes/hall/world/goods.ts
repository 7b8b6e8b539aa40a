import type { BusinessField } from '~/domain/shared/enums'

/** The families of goods that a counter can bear, as `geometry/counter-goods.ts` builds them. */
export const GOODS = { boxes: 0, cloth: 1, jars: 2, bottles: 3, crates: 4, baskets: 5, books: 6 } as const

const BY_FIELD: Record<BusinessField, number> = {
  'konfeksi-fashion': GOODS.cloth,
  'makanan-olahan-nabati': GOODS.jars,
  'makanan-olahan-hewani': GOODS.boxes,
  minuman: GOODS.bottles,
  perikanan: GOODS.crates,
  peternakan: GOODS.crates,
  pertanian: GOODS.crates,
  kerajinan: GOODS.baskets,
  jasa: GOODS.books,
  perdagangan: GOODS.boxes,
  elektronik: GOODS.boxes,
}

/** Where a stand's state keeps the family: above open, award, goods and online. */
export const GOODS_SHIFT = 4

/** The bits of a stand's state that say what stands on its counter. */
export function goodsBits(field: BusinessField | null): number {
  return (field ? BY_FIELD[field] : GOODS.boxes) << GOODS_SHIFT
}
