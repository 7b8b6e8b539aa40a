import type { Words } from '../words'
import { booth } from './booth'
import { chat } from './chat'
import { common } from './common'
import { errors } from './errors'
import { hall } from './hall'
import { product } from './product'
import { search } from './search'
import { shortlist } from './shortlist'
import { trade } from './trade'

export const words: Words = {
  common,
  errors,
  trade,
  hall,
  search,
  booth,
  chat,
  product,
  shortlist,
}
