import type { OrganisationKind } from '../shared/enums'

/** Where the goods may go. */
export interface Destination {
  /** ISO 3166-1 alpha-2. */
  country: string
  /** Code of a regency or city; only in Indonesia. */
  regency: string | null
  /** The destination in words. */
  place: string | null
}

export const HOME_COUNTRY = 'ID'

/**
 * Where the programme has sold, shown or sought buyers (fairs in Istanbul, Dubai, Milan and Kuala Lumpur, the
 * buyers who came to them, and the pilgrims' market): first in the list, each with the zone that tells a buyer
 * from there.
 */
export const LIKELY_MARKETS: readonly { country: string; zone: string }[] = [
  { country: 'SA', zone: 'Asia/Riyadh' },
  { country: 'AE', zone: 'Asia/Dubai' },
  { country: 'MY', zone: 'Asia/Kuala_Lumpur' },
  { country: 'SG', zone: 'Asia/Singapore' },
  { country: 'TR', zone: 'Europe/Istanbul' },
  { country: 'IT', zone: 'Europe/Rome' },
  { country: 'JP', zone: 'Asia/Tokyo' },
  { country: 'KR', zone: 'Asia/Seoul' },
]

/** ISO 3166-1 alpha-2, all assigned codes; their names come from the reader's language. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
export const COUNTRIES: ReadonlySet<string> = new Set(CODES.split(' '))

/** The countries in the order of the list: home, the likely markets, and then all by `name`. */
export function orderedCountries(
  name: (code: string) => string,
  compare: (a: string, b: string) => number,
): { near: { code: string; name: string }[]; all: { code: string; name: string }[] } {
  const named = (code: string) => ({ code, name: name(code) })
  const near = [HOME_COUNTRY, ...LIKELY_MARKETS.map(({ country }) => country)]
  return {
    near: near.map(named),
    all: [...COUNTRIES]
      .filter((code) => !near.includes(code))
      .map(named)
      .sort((a, b) => compare(a.name, b.name)),
  }
}

/**
 * The destination that a new need begins with: where the last one went; else home for an offtaker and a
 * pesantren, in their own regency, and for a buyer from abroad the country that their clock tells.
 */
export function likelyDestination({
  last,
  kind,
  regency,
  timeZone,
}: {
  last: Destination | null
  kind: OrganisationKind
  /** Of the organisation. */
  regency: string | null
  /** The person's: IANA name. */
  timeZone: string | null
}): Destination {
  if (last) return last
  const abroad = LIKELY_MARKETS.find(({ zone }) => zone === timeZone)
  if (kind === 'buyer' && abroad) return { country: abroad.country, regency: null, place: null }
  return { country: HOME_COUNTRY, regency, place: null }
}
