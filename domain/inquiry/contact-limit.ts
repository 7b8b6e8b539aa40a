/** How often one client may turn to one booth: enough to correct a mistake, too little to bother it. */
export const CONTACT_LIMIT = { limit: 5, windowSeconds: 600 } as const

/** How often one client may turn to booths at all: enough for a buyer, too little to collect every number. */
export const CLIENT_LIMIT = { limit: 40, windowSeconds: 3600 } as const
