import { newId } from '~/domain/shared/ids'
import { get, post, type Row } from '../role-answers'

// The world's pesantren have no photographs: nobody's is asked for, and is as if it weren't there.
const restored = () => ({ intent: 'restore', id: newId() })

export const ROWS: Readonly<Record<string, Row>> = {
  'routes/studio-photos/route': {
    get: [get(() => 'studio/photos', 'sign-in', 403, 403, 200, 403, 403)],
    post: [
      post(
        () => 'studio/photos',
        () => ({ intent: 'order', ids: '' }),
        'sign-in',
        403,
        403,
        303,
        403,
        403,
      ),
      post(() => 'studio/photos', restored, 'sign-in', 403, 403, 404, 403, 403),
    ],
  },
  'routes/studio-product-photos/route': {
    get: [
      get(({ draft }) => `studio/products/${draft}/photos`, 'sign-in', 403, 403, [200, 404, 404], 403, 403),
    ],
    post: [
      post(
        ({ draft }) => `studio/products/${draft}/photos`,
        () => ({ intent: 'order', ids: '' }),
        'sign-in',
        403,
        403,
        [303, 404, 404],
        403,
        403,
      ),
    ],
  },
  'routes/studio-photo-whole/route': {
    get: [get(() => `/studio/photos/${newId()}/whole.webp`, 403, 403, 403, 404, 403, 403)],
  },
}
