/** How often one client may turn to one booth: enough to correct a mistake, too little to bother it. */
export const CONTACT_LIMIT = { limit: 5, windowSeconds: 600 } as const
