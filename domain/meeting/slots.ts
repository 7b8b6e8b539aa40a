/** A time at which two sides can meet, half-open. */
export interface Slot {
  startsAt: Date
  endsAt: Date
}

/** Minutes from midnight, half-open, of an ISO weekday (Monday 1). */
export interface WeeklyTime {
  weekday: number
  fromMinute: number
  toMinute: number
}

/** 'closed' without minutes takes the whole day. `day` is an ISO date of the schedule's zone. */
export interface DayException {
  day: string
  kind: 'closed' | 'open'
  fromMinute: number | null
  toMinute: number | null
}

/** When an organisation meets; rows of meeting_setting, open_time and open_time_exception. */
export interface Schedule {
  /** IANA zone of weekly times, days and prayers. */
  timeZone: string
  meetingMinutes: number
  gapMinutes: number
  noticeHours: number
  horizonDays: number
  keepsPrayerTimes: boolean
  keepsPublicHolidays: boolean
  /** Where prayer times are reckoned for. */
  coordinates: { latitude: number; longitude: number }
  weekly: readonly WeeklyTime[]
  exceptions: readonly DayException[]
}

/** What an organisation's seats hold. */
export interface Occupied extends Slot {
  seat: number
}

/** An organisation as far as finding a time with it goes. */
export interface Availability {
  organisationId: string
  /** Null: it has published nothing; nothing can be booked, anything can be asked for. */
  schedule: Schedule | null
  /** True: its published open times are booked at once. */
  isInstant: boolean
  /** Seat numbers, ascending; at least one. */
  seats: readonly number[]
  occupied: readonly Occupied[]
}
