import type { Words } from '../words'
import { common } from './common'
import { errors } from './errors'
import { home } from './home'
import { search } from './search'
import { trade } from './trade'

export const words: Words = { common, errors, trade, home, search }
