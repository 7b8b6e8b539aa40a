import { common } from './common'
import { errors } from './errors'
import { trade } from './trade'

export const words = { common, errors, trade }
