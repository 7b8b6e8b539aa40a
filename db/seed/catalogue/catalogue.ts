import type { BusinessField } from '~/domain/shared/enums'
import { ACCESSORIES } from './accessories'
import { ANIMAL_FOOD } from './animal-food'
import type { Archetype } from './archetype'
import { CRAFT } from './craft'
import { DRINKS } from './drinks'
import { FARMING } from './farming'
import { FASHION } from './fashion'
import { FISHERY } from './fishery'
import { GARDEN } from './garden'
import { KITCHEN_FOOD } from './kitchen-food'
import { LIVESTOCK } from './livestock'
import { SERVICES } from './services'
import { SNACKS } from './snacks'
import { ELECTRONICS, TRADE } from './trade'

/** Every sort of goods in the sample edition. */
export const CATALOGUE: readonly Archetype[] = [
  ...FASHION,
  ...ACCESSORIES,
  ...SNACKS,
  ...KITCHEN_FOOD,
  ...ANIMAL_FOOD,
  ...DRINKS,
  ...FISHERY,
  ...LIVESTOCK,
  ...FARMING,
  ...GARDEN,
  ...CRAFT,
  ...TRADE,
  ...SERVICES,
  ...ELECTRONICS,
]

/** How often a field occurs, in parts of 100: food and farming dominate in the programme. */
export const FIELD_WEIGHTS: Record<BusinessField, number> = {
  'makanan-olahan-nabati': 22,
  pertanian: 15,
  minuman: 14,
  'konfeksi-fashion': 14,
  'makanan-olahan-hewani': 9,
  kerajinan: 7,
  peternakan: 6,
  perikanan: 6,
  jasa: 3,
  perdagangan: 3,
  elektronik: 1,
}
