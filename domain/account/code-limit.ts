/** A code is good for so long, for so many wrong tries, and once. */
export const CODE_MINUTES = 10
export const CODE_TRIES = 5
/** So long somebody waits before another code goes to the same address from the same page. */
export const RESEND_SECONDS = 60

const HOUR = 3600
const DAY = 86_400

/**
 * Codes that one client asks for at any address. Those that were then given rightly are taken back: a fair's
 * wireless network brings in everybody who comes.
 */
export const CLIENT_CODES = { limit: 40, windowSeconds: 900 } as const

/** Codes that one client asks for at one address; so little of the strangers' share below is any one client's. */
export const CLIENT_ADDRESS_CODES = { limit: 6, windowSeconds: HOUR } as const
export const CLIENT_ADDRESS_DAY_CODES = { limit: 12, windowSeconds: DAY } as const

/**
 * Codes that all clients together ask for at one address, but those from which its owner has come in before:
 * nobody's phone is made to ring all day, nobody guesses on for months, and no stranger keeps the owner out.
 */
export const STRANGERS_CODES = { limit: 60, windowSeconds: DAY } as const

/** Wrong codes of one client, whatever they are for. */
export const CLIENT_GUESSES = { limit: 40, windowSeconds: 900 } as const
