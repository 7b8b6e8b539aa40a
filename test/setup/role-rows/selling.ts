import { newId } from '~/domain/shared/ids'
import { get, post, type Row } from '../role-answers'

/** The pesantren's side of samples: its own alone, and those who only read change nothing. */
export const ROWS: Readonly<Record<string, Row>> = {
  'routes/studio-orders/route': { get: [get(() => 'studio/orders', 'sign-in', 403, 403, 200, 200, 403)] },
  'routes/studio-order/route': {
    get: [
      get(
        ({ order }) => `studio/orders/${order}`,
        'sign-in',
        403,
        403,
        [200, 404, 404],
        [200, 404, 404],
        403,
      ),
    ],
    post: [
      post(
        ({ order }) => `studio/orders/${order}`,
        // Without a reason nothing is called off: who may is told so.
        () => ({ intent: 'cancel', reason: '' }),
        'sign-in',
        403,
        403,
        [400, 404, 404],
        403,
        403,
      ),
      post(
        ({ order }) => `studio/orders/${order}`,
        // Nothing said against the bank's demand: who may is told so.
        () => ({ intent: 'evidence', disputeId: 'dp_role', text: '' }),
        'sign-in',
        403,
        403,
        [400, 404, 404],
        403,
        403,
      ),
      post(
        ({ order }) => `studio/orders/${order}`,
        // Against a demand that the bank never made.
        () => ({ intent: 'evidence', disputeId: 'dp_none', text: 'Dikirim' }),
        'sign-in',
        403,
        403,
        404,
        403,
        403,
      ),
    ],
  },
  'routes/studio-samples/route': {
    get: [get(() => 'studio/samples', 'sign-in', 403, 403, 200, 200, 403)],
    post: [
      post(
        () => 'studio/samples',
        () => ({ product: newId(), onHand: '3', shown: '1' }),
        'sign-in',
        403,
        403,
        404,
        403,
        403,
      ),
    ],
  },
  'routes/studio-sample/route': {
    get: [
      get(({ draft }) => `studio/products/${draft}/sample`, 'sign-in', 403, 403, [200, 404, 404], 403, 403),
    ],
    post: [
      post(
        ({ draft }) => `studio/products/${draft}/sample`,
        () => ({ price: '-' }),
        'sign-in',
        403,
        403,
        [400, 404, 404],
        403,
        403,
      ),
    ],
  },
  'routes/studio-shipping/route': {
    get: [get(() => 'studio/shipping', 'sign-in', 403, 403, 200, 200, 403)],
    post: [
      post(
        () => 'studio/shipping',
        () => ({ 'weight.0': 'x' }),
        'sign-in',
        403,
        403,
        400,
        403,
        403,
      ),
    ],
  },
  'routes/studio-statements/route': {
    get: [get(() => 'studio/statements', 'sign-in', 403, 403, 200, 200, 403)],
  },
  'routes/studio-payout-proof/route': {
    get: [get(() => `studio/payouts/${newId()}/proof`, 'sign-in', 403, 403, 404, 404, 403)],
  },
  'routes/studio-statements-csv/route': {
    get: [get(() => 'studio/statements.csv', 'sign-in', 403, 403, 200, 200, 403)],
  },
}
