import { common } from './common'
import { errors } from './errors'
import { hall } from './hall'
import { shortlist } from './shortlist'
import { trade } from './trade'

/** What every page needs, and the hall's own: a visitor of the hall loads no more to begin with. */
export const firstWords = { common, errors, trade, hall, shortlist }
