import { all, get, post, type Row } from '../role-answers'

/** Who has an organisation and began no other is led to the beginning. */
const signedIn = (answer: number) => ['sign-in', answer, answer, answer, answer, answer] as const

export const ROWS: Readonly<Record<string, Row>> = {
  'routes/join/route': {
    get: [get(() => 'join', ...all(200))],
    post: [
      post(
        () => 'join',
        () => ({}),
        ...all(400),
      ),
    ],
  },
  'routes/join-step/route': {
    get: [
      get(() => 'join/who', ...signedIn(302)),
      get(() => 'join/check', ...signedIn(302)),
      get(() => 'join/done', ...signedIn(302)),
      get(() => 'join/nonsense', ...signedIn(404)),
    ],
    post: [
      post(
        () => 'join/who',
        () => ({ name: 'Al-Falah' }),
        ...signedIn(303),
      ),
      post(
        () => 'join/check',
        () => ({ claim: 'none' }),
        ...signedIn(303),
      ),
      post(
        () => 'join/done',
        () => ({}),
        ...signedIn(404),
      ),
    ],
  },
}
