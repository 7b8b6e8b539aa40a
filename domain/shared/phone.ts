import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/**
 * A phone number as people write it, in E.164 (`+6281234567890`), or null when it cannot be dialled.
 * Without a country code it is of `region` (ISO 3166-1, two letters), Indonesia when unknown.
 * Understands 0812…, 62812…, +62 812…, 0062 812…, the frequent +62 0812…, punctuation and Arabic digits.
 * For the server only: the metadata of all countries would weigh on a page.
 */
export function parsePhone(text: string, region = 'ID'): string | null {
  const country: CountryCode = isSupportedCountry(region) ? region : 'ID'
  const typed = plainDigits(text).trim()
  const plus = typed.startsWith('+') || typed.startsWith('(+') || /^00[1-9]/.test(typed)
  let digits = typed.replace(/\D/g, '').replace(/^00(?=[1-9])/, '')
  // Of any length: a longer one would be cut to something else below.
  if (digits.length < 7 || digits.length > 18 || /[a-z]/i.test(typed)) return null
  // Nobody's number begins with 620: the 0 of the national form was left in.
  if (plus || country === 'ID') digits = digits.replace(/^620+/, '62')
  const international = plus || (country === 'ID' && digits.startsWith('62'))
  const phone = international
    ? parsePhoneNumberFromString(`+${digits}`)
    : parsePhoneNumberFromString(digits, country)
  return phone?.isValid() ? phone.number : null
}

/** The digits of an E.164 number, as wa.me wants them: country code first, no plus, no zeros before. */
export function phoneDigits(e164: string): string {
  return e164.replace(/\D/g, '')
}

/** Eastern Arabic and Persian digits as 0–9. */
function plainDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}
