import type { ShardBooth } from '~/domain/hall/shard'

/** What a board says. Signs are things of the hall: Latin at the start, Arabic at the end, in every language. */
export interface SignWords {
  latin: string
  arabic: string | null
  /** The small line below the name. */
  below: string | null
  /** Sample data says so, dashed. */
  sample: boolean
  /** In the middle of the board: a gate bears one name only. */
  centred?: boolean
}

/** The words over the welcome arch. */
export const WELCOME: SignWords = {
  latin: 'OPOP Expo',
  arabic: 'أهلًا وسهلًا',
  below: 'Selamat datang',
  sample: false,
}

/** Over the arch at the far end. */
export const FAREWELL: SignWords = {
  latin: 'Terima kasih',
  arabic: 'شكرًا لكم',
  below: 'OPOP Expo',
  sample: false,
}

export function boothWords(booth: ShardBooth): SignWords {
  const product = booth.product?.id ?? booth.product?.en ?? null
  return { latin: booth.name, arabic: booth.nameArabic, below: product, sample: booth.sample }
}

export function gateWords(pavilion: {
  number: number
  regencyName: string
  regencyKind: string
  nameArabic?: string
}): SignWords {
  if (pavilion.nameArabic)
    return { latin: pavilion.regencyName, arabic: pavilion.nameArabic, below: null, sample: false }
  const kind = pavilion.regencyKind === 'kota' ? 'Kota' : 'Kabupaten'
  const bare = pavilion.regencyName.replace(/^(kota|kabupaten|kab\.)\s+/i, '')
  return {
    latin: titleCase(bare),
    arabic: null,
    below: `${kind} · Paviliun ${pavilion.number}`,
    sample: false,
    centred: true,
  }
}

/** Registers write names in capitals. */
function titleCase(name: string): string {
  return name === name.toUpperCase()
    ? name.toLowerCase().replace(/(^|[\s-])\S/g, (c) => c.toUpperCase())
    : name
}
