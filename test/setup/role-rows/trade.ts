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
  'routes/studio-certificates/route': {
    get: [get(() => 'studio/certificates', 'sign-in', 403, 403, 200, 200, 403)],
  },
  'routes/studio-certificate/route': {
    get: [
      get(() => 'studio/certificates/new', ...writers(200)),
      get(() => `studio/certificates/${newId()}`, 'sign-in', 403, 403, 404, 403, 403),
    ],
    post: [
      post(
        () => 'studio/certificates/new',
        () => ({ kind: '' }),
        ...writers(400),
      ),
      post(
        () => `studio/certificates/${newId()}`,
        () => ({ intent: 'remove' }),
        ...writers(404),
      ),
    ],
  },
  'routes/paper/route': { get: [get(() => `papers/${newId()}`, 'sign-in', 404, 404, 404, 404, 404)] },
  'routes/organiser-certificates/route': {
    get: [get(() => 'organiser/certificates', 'sign-in', 403, 403, 403, 403, 200)],
    post: [
      post(
        () => 'organiser/certificates',
        () => ({ decision: 'verify', id: newId() }),
        'sign-in',
        403,
        403,
        403,
        403,
        404,
      ),
    ],
  },
  'routes/studio-readiness/route': {
    get: [get(() => 'studio/readiness', 'sign-in', 403, 403, 200, 200, 403)],
  },
  'routes/studio-prices/route': {
    get: [get(() => 'studio/products/prices', ...writers(200))],
    post: [
      post(
        () => 'studio/products/prices',
        () => ({ by: 'percent', amount: '' }),
        ...writers(400),
      ),
    ],
  },
  'routes/organiser-readiness/route': {
    get: [get(() => 'organiser/readiness', 'sign-in', 403, 403, 403, 403, 200)],
  },
  'routes/organiser-readiness-csv/route': {
    get: [get(() => 'organiser/readiness.csv', 'sign-in', 403, 403, 403, 403, 200)],
  },
}
