import { newId } from '~/domain/shared/ids'
import { get, post, type Row } from '../role-answers'

// The world's pesantren have no inquiries: nobody's is asked for, and is as if it weren't there.
export const ROWS: Readonly<Record<string, Row>> = {
  'routes/studio-inquiries/route': {
    get: [get(() => 'studio/inquiries', 'sign-in', 403, 403, 200, 200, 403)],
    post: [
      post(
        () => 'studio/inquiries',
        () => ({ inquiry: newId(), to: 'answered', was: 'new' }),
        'sign-in',
        403,
        403,
        404,
        403,
        403,
      ),
    ],
  },
  'routes/studio-inquiry/route': {
    get: [get(() => `studio/inquiries/${newId()}`, 'sign-in', 403, 403, 404, 404, 403)],
    post: [
      post(
        () => `studio/inquiries/${newId()}`,
        () => ({ to: 'answered' }),
        'sign-in',
        403,
        403,
        404,
        403,
        403,
      ),
      post(
        () => `studio/inquiries/${newId()}`,
        () => ({ outcome: 'sample' }),
        'sign-in',
        403,
        403,
        404,
        403,
        403,
      ),
      post(
        () => `studio/inquiries/${newId()}`,
        () => ({ intent: 'whatsapp' }),
        'sign-in',
        403,
        403,
        404,
        403,
        403,
      ),
    ],
  },
}
