import { newId } from '~/domain/shared/ids'
import { type Answers, all, get, post, type Row } from '../role-answers'

/** Visitors sign in; of those who are signed in only the organiser goes on. */
const organiserOnly = (answer: Answers[number]): Answers => ['sign-in', 403, 403, 403, 403, answer]
/** Its own organisation, and what isn't there, are nobody's applicants. */
const applicants = (answer: number) => organiserOnly([404, answer, 404])

export const ROWS: Readonly<Record<string, Row>> = {
  'routes/verification/route': {
    get: [get(() => 'verification', 'sign-in', 200, 200, 200, 200, 403)],
    // Who may answer is in test/web/verification.int.test.ts: an editor may less than an owner there.
    post: [
      post(
        () => 'verification',
        () => ({ seen: 'nonsense' }),
        'sign-in',
        400,
        400,
        400,
        400,
        400,
      ),
    ],
  },
  'routes/organiser/route': { get: [get(() => 'organiser', ...all(302))] },
  'routes/organiser-verification/route': {
    get: [get(() => 'organiser/verification', ...organiserOnly(200))],
  },
  'routes/organiser-applicant/route': {
    get: [get(({ organisation }) => `organiser/verification/${organisation}`, ...applicants(200))],
    post: [
      // Verified already: there is nothing to decide, and nothing is written.
      post(
        ({ organisation }) => `organiser/verification/${organisation}`,
        () => ({ intent: 'approve', seen: '0' }),
        ...applicants(409),
      ),
      post(
        ({ organisation }) => `organiser/verification/${organisation}`,
        () => ({ intent: 'claim-approve', seen: '0', claim: newId() }),
        ...organiserOnly(404),
      ),
    ],
  },
  'routes/organiser-duplicates/route': {
    get: [get(() => 'organiser/duplicates', ...organiserOnly(200))],
    post: [
      post(
        () => 'organiser/duplicates',
        ({ organisation }) => ({ one: organisation, other: newId() }),
        ...organiserOnly(404),
      ),
    ],
  },
  'routes/organiser-merge/route': {
    get: [
      get(({ organisation }) => `organiser/duplicates/${organisation}/${newId()}`, ...organiserOnly(404)),
    ],
    post: [
      post(
        ({ organisation }) => `organiser/duplicates/${organisation}/${newId()}`,
        ({ organisation }) => ({ keep: organisation, confirm: 'yes' }),
        ...organiserOnly(404),
      ),
    ],
  },
}
