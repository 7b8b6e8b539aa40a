import { common } from './common'
import { errors } from './errors'

export const words = { common, errors }
