/** How many needs one organisation may state: enough for a day's planning, too few to flood the hall. */
export const NEED_LIMIT = { limit: 30, windowSeconds: 3600 } as const
