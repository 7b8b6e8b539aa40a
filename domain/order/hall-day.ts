import { HALL_ZONE } from '../shared/hall-zone'

const day = new Intl.DateTimeFormat('en-CA', { timeZone: HALL_ZONE })

/** The calendar's day where the hall is, as an ISO date. */
export const hallDay = (at: Date) => day.format(at)
