/** Wrong tries of one client at one account: enough to remember a password. Others aren't kept out by it. */
export const ACCOUNT_LIMIT = { limit: 8, windowSeconds: 900 } as const

/** Wrong tries of one client at any account: an office behind one address still gets in. */
export const CLIENT_LIMIT = { limit: 40, windowSeconds: 900 } as const

/**
 * Wrong tries of everybody at one account: what many addresses together may try. Whoever has signed in to it
 * before from where they are isn't counted among these, so that strangers cannot keep the owner out.
 */
export const EVERYBODY_LIMIT = { limit: 100, windowSeconds: 900 } as const

/**
 * Wrong tries at one account of all browsers together in which its owner has come in: however many somebody made
 * known who once was let in. Beyond, such a browser is a stranger.
 */
export const BROWSERS_LIMIT = { limit: 40, windowSeconds: 900 } as const

/** How long an address from which somebody has signed in stays known to the account: as long as a session. */
export const KNOWN_CLIENT = { limit: 1, windowSeconds: 30 * 86_400 } as const
