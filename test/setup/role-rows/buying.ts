import { newId } from '~/domain/shared/ids'
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
    get: [get(() => `orders/${newId()}`, 'sign-in', 404, 404, 404, 404, 404)],
    post: [
      post(
        () => `orders/${newId()}`,
        () => ({ intent: 'cancel' }),
        'sign-in',
        404,
        404,
        404,
        404,
        404,
      ),
    ],
  },
  'routes/order-pay/route': {
    get: [get(() => `orders/${newId()}/pay`, ...all(404))],
    post: [post(() => `orders/${newId()}/pay`, empty, 'sign-in', 404, 404, 404, 404, 404)],
  },
  'routes/order-picture/route': {
    get: [
      get(() => `orders/${newId()}/pictures/proof`, 'sign-in', 404, 404, 404, 404, 404),
      get(() => `orders/${newId()}/pictures/parcel`, 'sign-in', 404, 404, 404, 404, 404),
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
