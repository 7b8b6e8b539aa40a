/**
 * Of the people whom WhatsApp lets our number write to in a day, so much is kept for reminders of the hour and for
 * codes to addresses that somebody has proven.
 */
export const RESERVED_SHARE = 0.1
