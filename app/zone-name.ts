import { HALL_ZONE } from '~/domain/shared/hall-zone'
import { formatOffset } from './i18n/format'

/** What people call a zone: 'WIB' for the hall's, else the city of its IANA name: 'Dubai', 'Kuala Lumpur'. */
export function zoneName(zone: string): string {
  if (zone === HALL_ZONE) return 'WIB'
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** Whether the clocks of a zone show the hall's time at an instant. */
export function isHallTime(at: Date, zone: string): boolean {
  return formatOffset(at, zone) === formatOffset(at, HALL_ZONE)
}

/** Whether a zone changes its clocks in the year after an instant; the hall's never does. */
export function changesClocks(from: Date, zone: string): boolean {
  const first = formatOffset(from, zone)
  return [3, 6, 9].some((months) => {
    const later = new Date(from)
    later.setUTCMonth(later.getUTCMonth() + months)
    return formatOffset(later, zone) !== first
  })
}
