/** Wrong tries of one client at one account: enough to remember a password. Others aren't kept out by it. */
export const ACCOUNT_LIMIT = { limit: 8, windowSeconds: 900 } as const

/** Wrong tries of one client at any account: an office behind one address still gets in. */
export const CLIENT_LIMIT = { limit: 40, windowSeconds: 900 } as const
