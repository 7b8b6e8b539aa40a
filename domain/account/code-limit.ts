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
 * Codes that all strangers together ask for at one address: nobody's phone is made to ring all day. The first ones
 * of a client, or of its network, have a share of their own, so that a few who ask again and again don't keep out
 * an owner with a new phone in a new place.
 */
export const STRANGERS_CODES = { limit: 24, windowSeconds: DAY } as const
export const FIRST_CODES = { limit: 90, windowSeconds: DAY } as const
/** So many of a client, or of its network: those after them are of the strangers' share. */
export const FIRST_CODE = { limit: 3, windowSeconds: DAY } as const

/**
 * Codes at one address by all browsers together in which its owner has come in. Whoever was the owner once, and
 * comes in with an empty browser again and again, gains nothing by it. Beyond, such a browser is a stranger.
 */
export const BROWSERS_CODES = { limit: 30, windowSeconds: DAY } as const

/**
 * Codes that go to one address which nobody has proven, by strangers' first ones and by those after them. Beyond,
 * the answer is the same and no message goes, since who asks must not learn whose an address is.
 */
export const UNPROVEN_ADDRESS_CODES = { limit: 12, windowSeconds: DAY } as const
export const UNPROVEN_FIRST_CODES = { limit: 24, windowSeconds: DAY } as const

/** Mails with a code that go to all addresses together which nobody has proven. */
export const UNPROVEN_MAILS = { limit: 600, windowSeconds: HOUR } as const
/** By WhatsApp: of the people whom it lets our number write to in a day, what strangers may use up. */
export const UNPROVEN_SHARE = 0.25

/**
 * What goes to addresses that nobody has proven is dealt out in three parts, so that a few networks don't use it
 * up for all. 'called': for who is invited, or signed in. 'newcomers': where strangers have used up what is open, the
 * first codes of each network that has had less than its own share of that.
 */
export const UNPROVEN_PARTS = { open: 0.5, newcomers: 0.3, called: 0.2 } as const
/** Of a part, what one network may have. */
export const NETWORK_PART = 1 / 3
export const NEWCOMER_CODES = { limit: 2, windowSeconds: DAY } as const

/** Wrong codes of one client, whatever they are for. */
export const CLIENT_GUESSES = { limit: 40, windowSeconds: QUARTER } as const
/**
 * Wrong codes of all strangers together at one address, whichever codes they were; the first ones of each network
 * have a share of their own.
 */
export const ADDRESS_GUESSES = { limit: 30, windowSeconds: DAY } as const
export const FIRST_GUESSES = { limit: 45, windowSeconds: DAY } as const
export const FIRST_GUESS = { limit: 3, windowSeconds: DAY } as const
/** Wrong codes of somebody's own, as `OWN_CODES`; and of all their browsers, as `BROWSERS_CODES`. */
export const OWN_GUESSES = { limit: 20, windowSeconds: QUARTER } as const
export const BROWSERS_GUESSES = { limit: 60, windowSeconds: DAY } as const
/** Tries that each code still has where wrong ones are over a limit: its owner gets in, a guesser doesn't. */
export const TRIES_BEYOND = 1
