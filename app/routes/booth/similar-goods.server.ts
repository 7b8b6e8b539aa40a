import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { wordsFor } from '~/app/i18n/registry'
import type { BusinessField } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'
import type { SimilarGoods } from './closed-booth'

/** Where goods of a closed booth's field are; all of them where it named none. */
export function similarGoods(field: BusinessField | null, locale: Locale): SimilarGoods {
  const words = pageWords('closedBooth', locale)
  if (!field) return { text: words.elsewhere, path: '/products' }
  const text = fill(words.likeGoods, { field: wordsFor(locale).trade.fields[field] })
  return { text, path: `/products?field=${field}` }
}
