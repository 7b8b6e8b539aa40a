import type { Session } from './stripe-world'

const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const rupiah = (minor: number) => `Rp ${Math.floor(minor / 100).toLocaleString('en')}`

/** The page where a buyer pays, as far as a stand-in needs one; in English whatever is asked for. */
export function checkoutPage(session: Session, at: 'card' | 'declined' | 'secure' | 'not-secured'): string {
  return page(`
    <p><a href="${safe(session.cancelUrl)}">Back to the shop</a></p>
    <h1>Pay ${rupiah(session.amount)}</h1>
    <p>${safe(session.description ?? '')}</p>
    <table>
      <caption>What is paid</caption>
      <thead><tr><th scope="col">Item</th><th scope="col">Quantity</th><th scope="col">Amount</th></tr></thead>
      <tbody>${session.lines
        .map(
          ({ name, quantity, unitAmount }) =>
            `<tr><td>${safe(name)}</td><td>${quantity}</td><td>${rupiah(quantity * unitAmount)}</td></tr>`,
        )
        .join('')}</tbody>
    </table>
    ${body(session, at)}`)
}

function body(session: Session, at: 'card' | 'declined' | 'secure' | 'not-secured'): string {
  if (session.status === 'complete')
    return `<p role="status">This is paid.</p><p><a href="${safe(successUrl(session))}">Go on</a></p>`
  if (session.status === 'expired') return '<p role="status">This page has expired. Nothing was charged.</p>'
  const buttons: [string, string][] =
    at === 'secure'
      ? [
          ['secure-yes', 'Complete authentication'],
          ['secure-no', 'Fail authentication'],
        ]
      : [
          ['pay', 'Pay with a good card'],
          ['decline', 'Pay with a card that is declined'],
          ['secure', 'Pay with a card that asks for 3-D Secure'],
        ]
  const alert =
    at === 'declined'
      ? '<p role="alert">Your card was declined.</p>'
      : at === 'not-secured'
        ? '<p role="alert">We could not authenticate your card.</p>'
        : ''
  return `${alert}<form method="post">${buttons
    .map(([value, name]) => `<p><button name="button" value="${value}">${name}</button></p>`)
    .join('')}</form>`
}

/** Where a buyer who has paid is led. */
export const successUrl = (session: Session) =>
  session.successUrl.replaceAll('{CHECKOUT_SESSION_ID}', session.id)

const page = (content: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Checkout (stand-in)</title>
  <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
  <style>body{font:16px/1.5 sans-serif;max-width:32rem;margin:1rem auto;padding:0 1rem}button{min-height:48px;width:100%}
  td,th{text-align:start;padding:.25rem .5rem}</style></head><body><main>${content}</main></body></html>`
