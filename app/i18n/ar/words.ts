import type { Words } from '../words'
import { common } from './common'
import { errors } from './errors'
import { trade } from './trade'

export const words: Words = { common, errors, trade }
