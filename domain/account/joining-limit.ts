/** How often one person may hand in an organisation: enough for who runs several, too few to flood the queue. */
export const HAND_IN_LIMIT = { limit: 5, windowSeconds: 86_400 } as const

/** How often one client may, whoever is signed in: an office that helps many to join gets through a day. */
export const HAND_IN_CLIENT_LIMIT = { limit: 30, windowSeconds: 86_400 } as const

/** How often one person may save a step: far more than anybody types. */
export const SAVE_LIMIT = { limit: 200, windowSeconds: 3600 } as const
