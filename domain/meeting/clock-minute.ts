/** Minutes from midnight of '09:30', as a time field sends it, or '9.30', as Indonesians write it; null: no time. */
export function parseClock(text: string): number | null {
  const [, hours, minutes] = /^([01]?\d|2[0-4])[:.]([0-5]\d)(?::00)?$/.exec(text.trim()) ?? []
  if (hours === undefined || minutes === undefined) return null
  const minute = Number(hours) * 60 + Number(minutes)
  return minute <= 1440 ? minute : null
}

/** What a time field is filled with. Its clock has no 24:00: the day's end is its 00:00. */
export function clockText(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60) % 24, minute % 60]
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
