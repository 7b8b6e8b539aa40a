import { all, get, post, type Row } from '../role-answers'

const empty = () => ({})

/** The buyer's way to a sample: the cart is everybody's, an order its parties'. */
export const ROWS: Readonly<Record<string, Row>> = {
  'routes/cart/route': {
    get: [get(() => 'cart', ...all(200))],
    post: [
      post(
        () => 'cart',
        ({ product }) => ({ slug: product }),
        ...all(303),
      ),
    ],
  },
  'routes/checkout/route': {
    get: [
      get(
        ({ booth }) => `checkout/${booth}`,
        'sign-in',
        ...Array<[number, number, number]>(4).fill([200, 200, 404]),
        [null, 200, 404],
      ),
    ],
    // Nothing to order, and nothing typed.
    post: [
      post(
        ({ booth }) => `checkout/${booth}`,
        () => ({ intent: 'order', delivery: 'ship' }),
        'sign-in',
        ...Array<[number, number, number]>(4).fill([400, 400, 404]),
        [null, 400, 404],
      ),
    ],
  },
  'routes/orders/route': { get: [get(() => 'orders', 'sign-in', 200, 200, 200, 200, 200)] },
  'routes/order/route': {
    // Its pesantren and the organiser have a page of their own for it, and are led there.
    get: [
      get(
        ({ order }) => `orders/${order}`,
        'sign-in',
        [200, 404, 404],
        [200, 404, 404],
        [302, 404, 404],
        [302, 404, 404],
        [null, 302, 404],
      ),
    ],
    // It hasn't come yet: its buyer is told so, and nothing is written.
    post: [
      post(
        ({ order }) => `orders/${order}`,
        () => ({ intent: 'feedback', quality: 'good', asDescribed: 'yes', next: 'maybe' }),
        'sign-in',
        [409, 404, 404],
        [409, 404, 404],
        404,
        [403, 404, 404],
        404,
      ),
    ],
  },
  'routes/order-pay/route': {
    get: [get(({ order }) => `orders/${order}/pay`, ...all(404))],
    // Nothing of it is paid by card.
    post: [
      post(
        ({ order }) => `orders/${order}/pay`,
        empty,
        'sign-in',
        [409, 404, 404],
        [409, 404, 404],
        404,
        404,
        404,
      ),
    ],
  },
  'routes/order-picture/route': {
    get: [
      // There is none of it: whose it is makes no difference.
      get(({ order }) => `orders/${order}/pictures/proof`, 'sign-in', 404, 404, 404, 404, 404),
      get(({ order }) => `orders/${order}/pictures/parcel`, 'sign-in', 404, 404, 404, 404, 404),
      // Given against a dispute: for its pesantren and the organiser, not for its buyer.
      get(
        ({ order, evidence }) => `orders/${order}/pictures/${evidence}`,
        'sign-in',
        404,
        404,
        [200, 404, 404],
        [200, 404, 404],
        [null, 200, 404],
      ),
    ],
  },
  'routes/currency/route': {
    get: [get(() => 'currency', ...all(404))],
    post: [
      post(
        () => 'currency',
        () => ({ currency: 'USD' }),
        ...all(303),
      ),
    ],
  },
}
