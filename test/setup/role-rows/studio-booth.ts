import { get, post, type Row } from '../role-answers'

export const ROWS: Readonly<Record<string, Row>> = {
  'routes/studio-booth/route': {
    get: [get(() => 'studio/booth', 'sign-in', 403, 403, 200, 403, 403)],
    post: [
      post(
        () => 'studio/booth',
        // Without a name nothing is written: who may write is told so.
        () => ({ intent: 'save', version: '1' }),
        'sign-in',
        403,
        403,
        400,
        403,
        403,
      ),
    ],
  },
  'routes/studio-booth-number/route': {
    get: [get(() => 'studio/booth/number', 'sign-in', 403, 403, 200, 403, 403)],
    post: [
      post(
        () => 'studio/booth/number',
        () => ({ intent: 'ask', number: '' }),
        'sign-in',
        403,
        403,
        400,
        403,
        403,
      ),
    ],
  },
}
