import type { BoothFields } from './booth-fields'

/** What a field says in a revision that was written before there was such a field. */
const UNSAID: Omit<BoothFields, 'name'> = {
  nameEnglish: null,
  nameArabic: null,
  story: null,
  signLatin: null,
  signArabic: null,
  motif: null,
  colour: null,
  accent: null,
  field: null,
  regencyCode: null,
  districtCode: null,
  address: null,
  openingHours: null,
  videoUrl: null,
  spokenLanguages: null,
  hasExported: null,
}

/** A booth as a revision has it: this house wrote it, of whatever age. */
export function readRevisedBooth(kept: Readonly<Record<string, unknown>>): BoothFields {
  return { ...UNSAID, name: '', ...(kept as Partial<BoothFields>) }
}
