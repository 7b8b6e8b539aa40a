/** For how many days what is personal is kept: the worker goes by these, and the privacy page says them. */
export const KEPT_DAYS = {
  /** What a message said and where it went, from when it was settled. */
  messages: 90,
  /** What WhatsApp told of a message. */
  statuses: 30,
  /** Who wrote or tapped in WhatsApp; what they wrote goes as soon as it was worked on. */
  received: 90,
  /** What a buyer wrote in the form and how to reach them. */
  inquiries: 730,
  /** Where a sample went, from when it was received, called off, or lapsed. */
  samples: 730,
  /** A joining that nobody goes on with. */
  joinings: 180,
  /** How somebody said that an organisation is theirs, from when that was decided. */
  claims: 90,
} as const
