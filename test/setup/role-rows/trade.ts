import { newId } from '~/domain/shared/ids'
import { type Answers, get, post, type Row } from '../role-answers'

/** What a pesantren's own writers see. */
const writers = (own: Answers[number]): Answers => ['sign-in', 403, 403, own, 403, 403]
const ownGoods = (answer: number) => writers([answer, 404, 404])

/** Goods in trade: their history, papers, prices and readiness. */
export const ROWS: Readonly<Record<string, Row>> = {
  'routes/studio-product-history/route': {
    get: [get(({ draft }) => `studio/products/${draft}/history`, ...ownGoods(200))],
    post: [
      // A revision that there never was.
      post(
        ({ draft }) => `studio/products/${draft}/history`,
        () => ({ version: '1', revision: newId() }),
        ...writers(404),
      ),
    ],
  },
  'routes/studio-booth-history/route': {
    get: [get(() => 'studio/booth/history', ...writers(200))],
    post: [
      post(
        () => 'studio/booth/history',
        () => ({ version: '1', revision: newId() }),
        ...writers(404),
      ),
    ],
  },
}
