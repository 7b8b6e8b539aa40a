import { booth } from './booth'
import { chat } from './chat'
import { product } from './product'
import { search } from './search'

/** What the pages beyond the hall need. */
export const moreWords = { booth, chat, product, search }
