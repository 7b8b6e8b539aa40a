import { type ABROAD_ZONES, HOME_ZONES, type ShippingZone } from '../shared/order-enums'
import { isOnJava } from './provinces'

export type AbroadZone = (typeof ABROAD_ZONES)[number]

/** What of an address decides how far it is. */
export interface ZoneAddress {
  /** ISO 3166-1 alpha-2. */
  countryCode: string
  provinceCode: string | null
  regencyCode: string | null
}

/** Where a parcel begins. */
export interface ZoneHome {
  provinceCode: string | null
  regencyCode: string | null
}

/** The groups of countries that a pesantren's table of shipping knows. */
const GROUPS: Readonly<Record<AbroadZone, string>> = {
  'southeast-asia': 'BN KH LA MM MY PH SG TH TL VN',
  'east-asia': 'CN HK JP KP KR MN MO TW',
  // With Central Asia.
  'south-asia': 'AF BD BT IN IO KG KZ LK MV NP PK TJ TM UZ',
  'middle-east': 'AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE',
  europe:
    'AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA',
  africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW',
  americas:
    'AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI',
  oceania: 'AQ AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS',
}

const ZONE_OF = new Map(
  (Object.keys(GROUPS) as AbroadZone[]).flatMap((zone) =>
    GROUPS[zone].split(' ').map((code) => [code, zone] as const),
  ),
)

/** The nearest zone that an address lies in; null: a country that nobody knows, or no province said at home. */
export function zoneOf(address: ZoneAddress, home: ZoneHome): ShippingZone | null {
  if (address.countryCode !== 'ID') return ZONE_OF.get(address.countryCode) ?? null
  const { provinceCode, regencyCode } = address
  if (!provinceCode) return null
  if (regencyCode && regencyCode === home.regencyCode) return 'regency'
  if (provinceCode === home.provinceCode) return 'province'
  // 'java' is said from Java: from another island it is as far as everywhere else.
  if (isOnJava(provinceCode) && home.provinceCode !== null && isOnJava(home.provinceCode)) return 'java'
  return 'indonesia'
}

/** Whose rate may be taken, the nearest first: at home a wider zone's too, abroad its own alone. */
export function zonesFrom(zone: ShippingZone): readonly ShippingZone[] {
  const zones: readonly ShippingZone[] = HOME_ZONES
  const at = zones.indexOf(zone)
  return at === -1 ? [zone] : zones.slice(at)
}
