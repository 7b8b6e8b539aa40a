import { newId } from '~/domain/shared/ids'
import { get, post, type Row } from '../role-answers'

const READS = ['sign-in', 403, 403, 200, 200, 403] as const
const WRITES = ['sign-in', 403, 403, 200, 403, 403] as const

export const ROWS: Readonly<Record<string, Row>> = {
  'routes/studio/route': { get: [get(() => 'studio', 'sign-in', 302, 302, 200, 200, 302)] },
  'routes/studio-figures/route': { get: [get(() => 'studio/figures', ...READS)] },
  'routes/studio-products-template/route': { get: [get(() => 'studio/products/template.csv', ...WRITES)] },
  'routes/studio-products-export/route': { get: [get(() => 'studio/products/export.csv', ...READS)] },
  'routes/studio-products-csv/route': {
    get: [
      get(() => 'studio/products/csv', ...WRITES),
      // A table that isn't there: its page says so, to who may write.
      get(() => `studio/products/csv?import=${newId()}`, ...WRITES),
    ],
    post: [
      post(
        () => 'studio/products/csv',
        () => ({ pasted: '' }),
        'sign-in',
        403,
        403,
        400,
        403,
        403,
      ),
      post(
        () => 'studio/products/csv',
        () => ({ pasted: 'Nama (Indonesia)' }),
        'sign-in',
        403,
        403,
        400,
        403,
        403,
      ),
      post(
        () => 'studio/products/csv',
        () => ({ import: newId(), basis: '', intent: 'all' }),
        'sign-in',
        403,
        403,
        303,
        403,
        403,
      ),
    ],
  },
}
