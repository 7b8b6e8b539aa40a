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
  'routes/organiser-payments/route': {
    get: [get(() => 'organiser/payments', ...organiserOnly(200))],
    post: [
      // Not ticked: nothing is saved.
      post(
        () => 'organiser/payments',
        () => ({ intent: 'account', bank: 'B', number: '1', holder: 'H' }),
        ...organiserOnly(400),
      ),
      post(
        () => 'organiser/payments',
        () => ({ intent: 'settle', id: newId(), note: 'seen' }),
        ...organiserOnly(404),
      ),
      post(
        () => 'organiser/payments',
        () => ({ intent: 'move', amount: '1', reference: '', day: '' }),
        ...organiserOnly(400),
      ),
    ],
  },
  'routes/organiser-payouts/route': {
    get: [get(() => 'organiser/payouts', ...organiserOnly(200))],
  },
  'routes/organiser-payout/route': {
    get: [get(() => `organiser/payouts/${newId()}`, ...organiserOnly(404))],
    post: [
      post(
        () => `organiser/payouts/${newId()}`,
        () => ({ amount: '1000', reference: 'R', day: '2026-01-02', tick: 'yes' }),
        ...organiserOnly(404),
      ),
    ],
  },
  'routes/organiser-payout-proof/route': {
    get: [get(() => `organiser/payouts/${newId()}/proof.webp`, ...organiserOnly(404))],
  },
  'routes/organiser-rates/route': {
    get: [get(() => 'organiser/rates', ...organiserOnly(200))],
    post: [
      post(
        () => 'organiser/rates',
        () => ({}),
        ...organiserOnly(400),
      ),
    ],
  },
  'routes/organiser-deals/route': {
    get: [get(() => 'organiser/deals', ...organiserOnly(200))],
  },
  'routes/organiser-deals-csv/route': {
    get: [get(() => 'organiser/deals.csv', ...organiserOnly(200))],
  },
}
