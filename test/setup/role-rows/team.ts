import { all, get, post, type Row } from '../role-answers'

export const ROWS: Readonly<Record<string, Row>> = {
  // Who may change what in a team is in test/web/team.int.test.ts: an editor may less than an owner there.
  'routes/team/route': {
    get: [get(() => 'team', 'sign-in', 200, 200, 200, 200, 200)],
    post: [
      post(
        () => 'team',
        () => ({ intent: 'nonsense' }),
        'sign-in',
        400,
        400,
        400,
        400,
        400,
      ),
    ],
  },
  // A link that nobody sent: the same for everybody, signed in or not.
  'routes/invitation/route': {
    get: [
      get(() => 'invitations/nonsense', ...all(404)),
      get(() => `invitations/${'A'.repeat(43)}`, ...all(404)),
    ],
    post: [
      post(
        () => `invitations/${'A'.repeat(43)}`,
        () => ({ intent: 'ask', agree: 'privacy' }),
        ...all(410),
      ),
    ],
  },
}
