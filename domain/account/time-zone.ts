/** What people call zones that IANA knows by a city. */
const CALLED: Readonly<Record<string, string>> = {
  wib: 'Asia/Jakarta',
  wita: 'Asia/Makassar',
  wit: 'Asia/Jayapura',
  bandung: 'Asia/Jakarta',
  surabaya: 'Asia/Jakarta',
  medan: 'Asia/Jakarta',
  denpasar: 'Asia/Makassar',
  bali: 'Asia/Makassar',
  jeddah: 'Asia/Riyadh',
  mecca: 'Asia/Riyadh',
  makkah: 'Asia/Riyadh',
  mekkah: 'Asia/Riyadh',
  madinah: 'Asia/Riyadh',
  medina: 'Asia/Riyadh',
  'abu dhabi': 'Asia/Dubai',
  doha: 'Asia/Qatar',
  ankara: 'Europe/Istanbul',
  kairo: 'Africa/Cairo',
  singapura: 'Asia/Singapore',
  gmt: 'UTC',
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

let named: Map<string, string> | null = null

/** Every zone by its name and by its city. */
function zonesByName(): Map<string, string> {
  if (named) return named
  named = new Map([...Object.entries(CALLED), ['utc', 'UTC']])
  for (const zone of timeZones()) {
    const city = plain(zone.split('/').at(-1) ?? zone)
    named.set(plain(zone), zone)
    if (!named.has(city)) named.set(city, zone)
  }
  return named
}

/** The zones that can be chosen, by their IANA names. */
export function timeZones(): string[] {
  return Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))
}

/** The zone that somebody typed: 'Asia/Dubai', 'dubai', 'WIB'; null: none is called so. */
export function parseTimeZone(text: string): string | null {
  return zonesByName().get(plain(text)) ?? null
}
