/** The zone of the hall and its pesantren: WIB, without daylight saving. */
export const HALL_ZONE = 'Asia/Jakarta'
