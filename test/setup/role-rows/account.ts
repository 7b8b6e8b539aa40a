import { newId } from '~/domain/shared/ids'
import { all, get, post, type Row } from '../role-answers'

const signedIn = <T extends number>(answer: T) => ['sign-in', answer, answer, answer, answer, answer] as const

export const ROWS: Readonly<Record<string, Row>> = {
  // One's own, whoever one is: nothing in these addresses names anybody. What is another's is in
  // test/web/account.int.test.ts.
  'routes/account/route': {
    get: [get(() => 'account', ...signedIn(200))],
    post: [
      post(
        () => 'account',
        () => ({ intent: 'profile', name: '' }),
        ...signedIn(400),
      ),
      post(
        () => 'account',
        () => ({ intent: 'end-session', session: newId() }),
        ...signedIn(404),
      ),
    ],
  },
  'routes/account-address/route': {
    get: [
      get(() => 'account/address/mail', ...signedIn(200)),
      get(() => 'account/address/pigeon', ...signedIn(404)),
    ],
    post: [
      post(
        () => 'account/address/mail',
        () => ({ intent: 'ask', address: '' }),
        ...signedIn(400),
      ),
    ],
  },
  'routes/account-export/route': {
    get: [
      get(() => 'account/export/data.xml', ...signedIn(404)),
      get(() => 'account/export/data.html', ...signedIn(200)),
    ],
  },
  'routes/account-delete/route': {
    get: [get(() => 'account/delete', ...signedIn(200))],
    post: [
      post(
        () => 'account/delete',
        () => ({ intent: 'password', word: '' }),
        ...signedIn(400),
      ),
    ],
  },
  'routes/privacy/route': { get: [get(() => 'privacy', ...all(200))] },
}
