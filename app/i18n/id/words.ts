import { common } from './common'
import { errors } from './errors'
import { home } from './home'
import { search } from './search'
import { trade } from './trade'

export const words = { common, errors, trade, home, search }
