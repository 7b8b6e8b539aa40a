import { newId } from '~/domain/shared/ids'
import { type Answers, get, post, type Row } from '../role-answers'

/** Visitors sign in; of those who are signed in only the organiser goes on. */
const organiserOnly = (answer: Answers[number]): Answers => ['sign-in', 403, 403, 403, 403, answer]

/** Orders and their money, for the organiser alone. */
export const ROWS: Readonly<Record<string, Row>> = {
  'routes/organiser-orders/route': {
    get: [
      get(() => 'organiser/orders', ...organiserOnly(200)),
      get(() => 'organiser/orders?need=proofs&state=nonsense&page=99', ...organiserOnly(200)),
    ],
  },
  'routes/organiser-orders-csv/route': {
    get: [get(() => 'organiser/orders.csv', ...organiserOnly(200))],
  },
  'routes/organiser-order/route': {
    get: [get(() => `organiser/orders/${newId()}`, ...organiserOnly(404))],
    post: [
      post(
        () => `organiser/orders/${newId()}`,
        () => ({ intent: 'confirm', tick: 'yes' }),
        ...organiserOnly(404),
      ),
      post(
        () => `organiser/orders/${newId()}`,
        () => ({ intent: 'refund', reason: 'goodwill', sure: 'yes' }),
        ...organiserOnly(404),
      ),
    ],
  },
  'routes/organiser-order-picture/route': {
    get: [
      get(() => `organiser/orders/${newId()}/proof.webp`, ...organiserOnly(404)),
      get(() => `organiser/orders/${newId()}/parcel.webp`, ...organiserOnly(404)),
    ],
  },
}
