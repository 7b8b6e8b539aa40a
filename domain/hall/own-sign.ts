import type { ShardBooth } from './shard'

/** What of its sign and its look a booth says itself, as the database gives it; what it doesn't say is absent. */
export type OwnLook = { signLatin?: string; signArabic?: string } & NonNullable<ShardBooth['look']>

/** What a booth's sign says where that isn't its name. */
export interface OwnSign {
  latin?: string
  arabic?: string
}

/** The two apart; of most booths there is neither. */
export function splitOwnLook(own: OwnLook | null): {
  sign?: OwnSign
  look?: NonNullable<ShardBooth['look']>
} {
  if (!own) return {}
  const { signLatin, signArabic, ...look } = own
  const sign: OwnSign = {
    ...(signLatin ? { latin: signLatin } : {}),
    ...(signArabic ? { arabic: signArabic } : {}),
  }
  return {
    ...(Object.keys(sign).length > 0 ? { sign } : {}),
    ...(Object.keys(look).length > 0 ? { look } : {}),
  }
}
