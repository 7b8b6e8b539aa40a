import { about } from './about'
import { common } from './common'
import { errors } from './errors'
import { hall } from './hall'
import { home } from './home'
import { matching } from './matching'
import { search } from './search'
import { trade } from './trade'

export const words = { common, errors, trade, hall, home, search, about, matching }
