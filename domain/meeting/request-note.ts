/** Letters of what is written beside a time that is asked for; apart from its schema, which stays on the server. */
export const NOTE_LENGTH = 500
