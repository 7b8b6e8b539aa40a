import type { Words } from '../words'
import { firstWords } from './first-words'
import { moreWords } from './more-words'

export const words: Words = { ...firstWords, ...moreWords }
