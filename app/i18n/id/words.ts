import { firstWords } from './first-words'
import { moreWords } from './more-words'

export const words = { ...firstWords, ...moreWords }
