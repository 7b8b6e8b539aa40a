/**
 * The content security policy of a page. Scripts run by nonce only; a chat form may lead to WhatsApp and
 * a sample's payment to Stripe's Checkout (form-action also covers the redirects that follow a form). `payAt`: origin of a stand-in's Checkout.
 */
export function contentSecurityPolicy(nonce: string, payAt = 'https://checkout.stripe.com'): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    `form-action 'self' https://wa.me https://api.whatsapp.com ${payAt}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** What a document is sent with, beside its policy. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(self)',
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a write comes from our own pages: its Origin is ours, or, where a browser sends none, the browser
 * says that the request has the same origin. Anything else is refused.
 */
export function isOwnOrigin(request: Request, ownOrigins: readonly string[]): boolean {
  if (SAFE_METHODS.has(request.method)) return true
  const origin = request.headers.get('origin')
  if (origin) return ownOrigins.includes(origin)
  return request.headers.get('sec-fetch-site') === 'same-origin'
}
