import { newId } from '~/domain/shared/ids'
import { get, post, type Row } from '../role-answers'

export const ROWS: Readonly<Record<string, Row>> = {
  'routes/organiser-messages/route': {
    get: [get(() => 'organiser/messages', 'sign-in', 403, 403, 403, 403, 200)],
    post: [
      post(
        () => 'organiser/messages',
        () => ({ intent: 'retry', id: newId() }),
        'sign-in',
        403,
        403,
        403,
        403,
        404,
      ),
      post(
        () => 'organiser/messages',
        () => ({ intent: 'all', retry: 'dead' }),
        'sign-in',
        403,
        403,
        403,
        403,
        303,
      ),
      post(
        () => 'organiser/messages',
        () => ({ intent: 'delivery', id: newId() }),
        'sign-in',
        403,
        403,
        403,
        403,
        404,
      ),
    ],
  },
  'routes/organiser-message/route': {
    get: [get(() => `organiser/messages/${newId()}`, 'sign-in', 403, 403, 403, 403, 404)],
    post: [
      post(
        () => `organiser/messages/${newId()}`,
        () => ({}),
        'sign-in',
        403,
        403,
        403,
        403,
        404,
      ),
    ],
  },
  'routes/organiser-pavilions/route': {
    get: [get(() => 'organiser/pavilions', 'sign-in', 403, 403, 403, 403, 200)],
  },
  'routes/organiser-pavilion/route': {
    get: [
      get(() => 'organiser/pavilions/1', 'sign-in', 403, 403, 403, 403, 200),
      get(() => 'organiser/pavilions/999', 'sign-in', 403, 403, 403, 403, 404),
    ],
    post: [
      post(
        () => 'organiser/pavilions/1',
        () => ({ intent: 'show', motif: 'plered', roof: 'gable', colour: '#7a2a1f', accent: '#efcf85' }),
        'sign-in',
        403,
        403,
        403,
        403,
        200,
      ),
      post(
        () => 'organiser/pavilions/1',
        () => ({ seen: '0', motif: 'plered', roof: 'gable', colour: '#ffffff', accent: '#efcf85' }),
        'sign-in',
        403,
        403,
        403,
        403,
        400,
      ),
    ],
  },
}
