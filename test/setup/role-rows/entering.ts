import { all, get, post, type Row } from '../role-answers'

const nothing = () => ({})
/** A code that isn't there: who is signed in is where it would have led. */
const LED_ON = [400, 302, 302, 302, 302, 302] as const

/** The ways in are everybody's: who is signed in may come in as somebody else. */
export const ROWS: Readonly<Record<string, Row>> = {
  'routes/sign-in-code/route': {
    // Whose browser hasn't the challenge finds nothing; who is signed in is led on.
    get: [get(() => 'sign-in/code/nonsense', 404, 302, 302, 302, 302, 302)],
    post: [
      post(
        () => 'sign-in/code/nonsense',
        () => ({ intent: 'prove', code: '123456' }),
        ...LED_ON,
      ),
      post(
        () => 'sign-in/code/nonsense',
        () => ({ intent: 'resend' }),
        ...LED_ON,
      ),
    ],
  },
  'routes/new-password/route': {
    get: [
      get(() => 'sign-in/new-password', ...all(200)),
      get(() => 'sign-in/new-password?code=nonsense', 200, 302, 302, 302, 302, 302),
    ],
    post: [
      post(() => 'sign-in/new-password', nothing, ...all(400)),
      post(
        () => 'sign-in/new-password?code=nonsense',
        () => ({ intent: 'prove', code: '123456', password: 'panjang sekali' }),
        ...LED_ON,
      ),
    ],
  },
}
