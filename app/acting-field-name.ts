/** The hidden field of a form: the id of the organisation that its page was made for. */
export const ACTING_FIELD = 'actingFor'
/** With it: act for that organisation again, in this session, and go on with the form. */
export const ACTING_AGAIN = 'actAgain'
