/** Where a parcel goes. Erased when the buyer is deleted, or two years after the end. */
export interface DeliverTo {
  name: string
  phoneE164: string
  /** ISO 3166-1 alpha-2. */
  countryCode: string
  /** In Indonesia: code of the Ministry of Home Affairs, of two digits; null abroad. */
  provinceCode: string | null
  /** In a province whose regencies are known here; null elsewhere. */
  regencyCode: string | null
  city: string
  postcode: string | null
  street: string
}
