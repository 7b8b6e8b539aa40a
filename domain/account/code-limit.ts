/** A code is good for so long, for so many wrong tries, and once. */
export const CODE_MINUTES = 10
export const CODE_TRIES = 5
/** So long somebody waits before another code goes to the same address from the same page. */
export const RESEND_SECONDS = 60

const QUARTER = 900
const HOUR = 3600
const DAY = 86_400

/**
 * Codes that somebody asks for at an address of their own: signed in, or in a browser in which they have proven
 * it before. Nothing that anybody else does is counted here.
 */
export const OWN_CODES = { limit: 6, windowSeconds: HOUR } as const
export const OWN_DAY_CODES = { limit: 12, windowSeconds: DAY } as const

/**
 * Codes that one client asks for at any address. Those that were then given rightly are taken back: a fair's
 * wireless network brings in everybody who comes.
 */
export const CLIENT_CODES = { limit: 40, windowSeconds: QUARTER } as const

/** Codes that one client asks for at one address; so little of the strangers' share below is any one client's. */
export const CLIENT_ADDRESS_CODES = { limit: 6, windowSeconds: HOUR } as const
export const CLIENT_ADDRESS_DAY_CODES = { limit: 12, windowSeconds: DAY } as const

/**
 * Codes that all strangers together ask for at one address: nobody's phone is made to ring all day. The first one
 * of a client, or of its network, has a share of its own, so that a few who ask again and again don't keep out an
 * owner with a new phone in a new place.
 */
export const STRANGERS_CODES = { limit: 24, windowSeconds: DAY } as const
export const FIRST_CODES = { limit: 60, windowSeconds: DAY } as const
/** One of a client: those after it are of the strangers' share. */
export const FIRST_CODE = { limit: 1, windowSeconds: DAY } as const

/**
 * Codes that go to addresses which nobody has proven: to one, and to all together. Beyond, the answer is the same
 * and no message goes, since who asks must not learn whose an address is. New people's right codes are taken back.
 */
export const UNPROVEN_ADDRESS_CODES = { limit: 12, windowSeconds: DAY } as const
export const UNPROVEN_CODES = { limit: 600, windowSeconds: HOUR } as const

/** Wrong codes of one client, whatever they are for. */
export const CLIENT_GUESSES = { limit: 40, windowSeconds: QUARTER } as const
/** Wrong codes of all strangers together at one address, whichever codes they were. */
export const ADDRESS_GUESSES = { limit: 30, windowSeconds: DAY } as const
/** Wrong codes of somebody's own, as `OWN_CODES`. */
export const OWN_GUESSES = { limit: 20, windowSeconds: QUARTER } as const
/** Tries that each code still has where wrong ones are over a limit: its owner gets in, a guesser doesn't. */
export const TRIES_BEYOND = 1
