import { newId } from '~/domain/shared/ids'
import { type Answers, get, post, type Row } from '../role-answers'

const organiserOnly = (answer: Answers[number]): Answers => ['sign-in', 403, 403, 403, 403, answer]

export const ROWS: Readonly<Record<string, Row>> = {
  'routes/studio-publish/route': {
    get: [get(() => 'studio/publish', 'sign-in', 403, 403, 200, 200, 403)],
    // The world's booths are published: there is nothing to hand in or to take back.
    post: [
      post(
        () => 'studio/publish',
        () => ({ intent: 'hand-in' }),
        'sign-in',
        403,
        403,
        409,
        403,
        403,
      ),
      post(
        () => 'studio/publish',
        () => ({ intent: 'take-back' }),
        'sign-in',
        403,
        403,
        409,
        403,
        403,
      ),
    ],
  },
  'routes/organiser-booths/route': {
    get: [get(() => 'organiser/booths', ...organiserOnly(200))],
  },
  'routes/organiser-booth/route': {
    get: [
      get(({ organisation }) => `organiser/booths/${organisation}`, ...organiserOnly([404, null, 404])),
      get(() => `organiser/booths/${newId()}`, ...organiserOnly(404)),
    ],
    post: [
      post(
        () => `organiser/booths/${newId()}`,
        () => ({ intent: 'publish', seen: '0' }),
        ...organiserOnly(404),
      ),
    ],
  },
}
